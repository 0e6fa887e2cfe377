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
import java.util.List;
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
    }

    /** Reviews every line of the claim that waits for it. */
    Outcome review(Caller caller, String claimId, Review.Outcome outcome, String reason) {
        return claims.<Outcome>decide(claimId, claim -> {
                    Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
                    Set<Integer> waiting = claim.lines().stream()
                            .filter(line -> line.state() instanceof LineState.InReview)
                            .map(ClaimLine::line)
                            .collect(Collectors.toSet());
                    if (waiting.isEmpty()) {
                        return Decision.refuse(new Outcome.NotInReview(claim.state()));
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
                    new Judging(amendment, Actor.policy(claim.policyVersion()))
                            .apply(judged(amendment.claim(), waiting));
                    var change = amendment.done();
                    return Decision.commit(change.state(), new Outcome.Reviewed(change.state()), change.events());
                })
                .orElseThrow();
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
