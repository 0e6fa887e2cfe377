package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.LineOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What diagnosis says of the lines that it was asked about. */
final class Diagnosing {

    private static final Actor DIAGNOSIS = new Actor(Actor.Kind.DIAGNOSIS, "diagnosis-service");

    private Diagnosing() {}

    /** A case was opened: for the timeline only. */
    static Change<Claim> started(Claim claim, String mode, Instant at) {
        Amendment amendment = new Amendment(claim, at);
        amendment.note(TimelineEntry.What.DIAGNOSIS_STARTED, DIAGNOSIS, List.of(), mode);
        return amendment.done();
    }

    /**
     * The lines' conclusions are there: they are judged for the second time. Lines that do not wait for a diagnosis keep
     * what they have.
     *
     * @param conclusions by line
     */
    static Change<Claim> completed(
            Claim claim, Map<Integer, Conclusion> conclusions, Actor confirmedBy, Instant at, Judge judge) {
        Amendment amendment = new Amendment(claim, at);
        List<Integer> concluded = amendment.lines().stream()
                .filter(line -> line.state() instanceof LineState.InDiagnosis)
                .map(ClaimLine::line)
                .filter(conclusions::containsKey)
                .toList();
        if (concluded.isEmpty()) {
            return amendment.done();
        }
        for (int number : concluded) {
            amendment.line(number).ifPresent(line -> {
                Conclusion found = conclusions.get(number);
                if (found != null) {
                    amendment.put(line.concluded(found));
                }
            });
        }
        amendment.note(TimelineEntry.What.DIAGNOSIS_COMPLETED, confirmedBy, concluded, null);
        List<LineOutcome> outcomes = judge.judge(amendment.claim(), Set.copyOf(concluded)).stream()
                .filter(outcome -> concluded.contains(outcome.line()))
                .toList();
        new Judging(amendment, judge).apply(outcomes);
        return amendment.done();
    }
}
