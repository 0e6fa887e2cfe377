package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Closes a batch issue: one that is contained, or, in whichever state, what a person has found to be none. What is claimed
 * from then on may become another one.
 */
@Component
class ResolveBatchIssue {

    private final BatchIssues issues;
    private final PlanMoments moments;
    private final Clock clock;

    ResolveBatchIssue(BatchIssues issues, PlanMoments moments, Clock clock) {
        this.issues = issues;
        this.moments = moments;
        this.clock = clock;
    }

    Outcome by(Caller person, String id, ResolutionKind kind, String reason) {
        Resolution resolution =
                new Resolution(kind, reason, person.person(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (resolution.isNoBatch()) {
            issues.of(person, id);
            // What the clock had to say before it stops is said first, whoever was faster.
            moments.setOffUntil(id, resolution.at());
        }
        return issues.decide(person, id, issue -> switch (issue) {
            case Detected detected ->
                resolution.isNoBatch()
                        ? close(detected.dismiss(resolution))
                        : Decision.refuse(new Outcome.WrongState(IssueState.DETECTED));
            case PlanInitiated initiated ->
                resolution.isNoBatch()
                        ? close(initiated.dismiss(resolution))
                        : Decision.refuse(new Outcome.WrongState(IssueState.PLAN_INITIATED));
            case Contained contained -> close(contained.resolve(resolution));
            case Resolved resolved ->
                Decision.refuse(
                        resolved.resolution().repeats(resolution)
                                ? new Outcome.Accepted(resolved)
                                : new Outcome.WrongState(IssueState.RESOLVED));
        });
    }

    private static Decision<BatchIssue, Outcome> close(Resolved resolved) {
        return Decision.commit(resolved, new Outcome.Accepted(resolved), IssueEvents.resolved(resolved));
    }
}
