package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.Review;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person settles the suspicion that the engine would not settle alone: an exclusion needs proof or a person's word. */
final class ReviewClaim {

    private final Claims claims;
    private final Judge judge;
    private final Clock businessClock;

    ReviewClaim(Claims claims, Judge judge, Clock businessClock) {
        this.claims = claims;
        this.judge = judge;
        this.businessClock = businessClock;
    }

    /** What became of a review. */
    sealed interface Outcome {

        /** It was taken into account. */
        record Reviewed(Claim claim) implements Outcome {}

        /** No line waits for a review; nothing changed. */
        record NotInReview(ClaimState state) implements Outcome {}

        /** Lines that were named and wait for none; nothing changed. */
        record LinesNotInReview(List<Integer> lines) implements Outcome {}

        /** Lines that were named and that the claim does not have; nothing changed. */
        record LinesUnknown(List<Integer> lines) implements Outcome {}
    }

    /**
     * Reviews lines of the claim.
     *
     * @param named all or nothing of these; empty for every line that waits for a review
     */
    Outcome review(Caller caller, String claimId, Set<Integer> named, Review.Outcome outcome, String reason) {
        return claims.<Outcome>decide(claimId, claim -> {
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Set<Integer> waiting = claim.lines().stream()
                            .filter(line -> line.state() instanceof LineState.InReview)
                            .map(ClaimLine::line)
                            .collect(Collectors.toCollection(HashSet::new));
                    if (waiting.isEmpty()) {
                        return Decision.refuse(new Outcome.NotInReview(claim.state()));
                    }
                    if (!named.isEmpty()) {
                        Optional<Outcome> refusal = refusal(claim, named, waiting);
                        if (refusal.isPresent()) {
                            return Decision.refuse(refusal.get());
                        }
                        waiting.retainAll(named);
                    }
                    Amendment amendment = new Amendment(claim, now);
                    Review review = new Review(caller.person(), outcome, reason, now);
                    waiting.forEach(
                            number -> amendment.line(number).ifPresent(line -> amendment.put(line.reviewed(review))));
                    amendment.note(
                            outcome == Review.Outcome.CONFIRM
                                    ? TimelineEntry.What.SUSPICION_CONFIRMED
                                    : TimelineEntry.What.SUSPICION_DISMISSED,
                            Actor.of(caller),
                            waiting.stream().sorted().toList(),
                            null);
                    List<LineOutcome> outcomes = judged(amendment.claim(), waiting);
                    new Judging(amendment, Actor.policy(claim.policyVersion())).apply(outcomes);
                    outcomes.forEach(judged -> noteDismissal(amendment, judged));
                    var change = amendment.done();
                    return Decision.commit(change.state(), new Outcome.Reviewed(change.state()), change.events());
                })
                .orElseThrow();
    }

    /** The line goes on saying what the diagnosis found, but no longer as the cause. */
    private static void noteDismissal(Amendment amendment, LineOutcome outcome) {
        amendment.line(outcome.line()).ifPresent(line -> {
            Conclusion conclusion = line.conclusion();
            if (conclusion != null
                    && outcome.explanation()
                            .dismisses("cause", conclusion.diagnosis().cause())) {
                amendment.put(line.concluded(conclusion.dismissed()));
            }
        });
    }

    private static Optional<Outcome> refusal(Claim claim, Set<Integer> named, Set<Integer> waiting) {
        Set<Integer> there = claim.lines().stream().map(ClaimLine::line).collect(Collectors.toSet());
        List<Integer> unknown = without(named, there);
        if (!unknown.isEmpty()) {
            return Optional.of(new Outcome.LinesUnknown(unknown));
        }
        List<Integer> settled = without(named, waiting);
        return settled.isEmpty() ? Optional.empty() : Optional.of(new Outcome.LinesNotInReview(settled));
    }

    private static List<Integer> without(Set<Integer> lines, Set<Integer> others) {
        return lines.stream().filter(line -> !others.contains(line)).sorted().toList();
    }

    /** A suspicion from before the diagnosis is judged on the records again, one from after it with the diagnosis. */
    private List<LineOutcome> judged(Claim claim, Set<Integer> waiting) {
        Set<Integer> diagnosed = claim.lines().stream()
                .filter(line -> waiting.contains(line.line()) && line.conclusion() != null)
                .map(ClaimLine::line)
                .collect(Collectors.toSet());
        Set<Integer> undiagnosed =
                waiting.stream().filter(line -> !diagnosed.contains(line)).collect(Collectors.toSet());
        List<LineOutcome> outcomes = new ArrayList<>();
        if (!undiagnosed.isEmpty()) {
            outcomes.addAll(judge.judge(claim, undiagnosed, Pass.FIRST));
        }
        if (!diagnosed.isEmpty()) {
            outcomes.addAll(judge.judge(claim, diagnosed, Pass.AFTER_DIAGNOSIS));
        }
        return outcomes;
    }
}
