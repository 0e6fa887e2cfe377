package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.adjudication.LineOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
     * The lines' conclusions are there: they are judged for the second time. A line that was answered meanwhile stays so,
     * and remembers what was found: nobody is asked twice, should it be judged again, quoted or granted something. Other
     * lines that do not wait for a diagnosis keep what they have.
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
        List<Integer> answered = amendment.lines().stream()
                .filter(line -> line.conclusion() == null && isAnswered(line.state()))
                .map(ClaimLine::line)
                .filter(conclusions::containsKey)
                .toList();
        List<Integer> heard =
                Stream.concat(concluded.stream(), answered.stream()).sorted().toList();
        if (heard.isEmpty()) {
            return amendment.done();
        }
        for (int number : heard) {
            amendment.line(number).ifPresent(line -> {
                Conclusion found = conclusions.get(number);
                if (found != null) {
                    amendment.put(line.concluded(found));
                }
            });
        }
        amendment.note(TimelineEntry.What.DIAGNOSIS_COMPLETED, confirmedBy, heard, null);
        if (concluded.isEmpty()) {
            return amendment.done();
        }
        List<LineOutcome> outcomes = judge.judge(amendment.claim(), Set.copyOf(concluded)).stream()
                .filter(outcome -> concluded.contains(outcome.line()))
                .toList();
        new Judging(amendment, judge).apply(outcomes);
        return amendment.done();
    }

    private static boolean isAnswered(LineState state) {
        return state instanceof LineState.Answered || state instanceof LineState.Disputed;
    }
}
