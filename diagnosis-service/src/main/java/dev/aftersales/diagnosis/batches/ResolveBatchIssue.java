package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Closes a contained batch issue. What is claimed from then on may become another one. */
@Component
class ResolveBatchIssue {

    private final BatchIssues issues;
    private final Clock clock;

    ResolveBatchIssue(BatchIssues issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    Outcome by(Caller person, String id, String reason) {
        Resolution resolution =
                new Resolution(reason, person.person(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return issues.decide(person, id, issue -> switch (issue) {
            case Detected detected -> Decision.refuse(new Outcome.WrongState(IssueState.DETECTED));
            case PlanInitiated initiated -> Decision.refuse(new Outcome.WrongState(IssueState.PLAN_INITIATED));
            case Contained contained -> {
                Resolved resolved = contained.resolve(resolution);
                yield Decision.commit(resolved, new Outcome.Accepted(resolved), IssueEvents.resolved(resolved));
            }
            case Resolved resolved ->
                Decision.refuse(
                        resolved.resolution().repeats(resolution)
                                ? new Outcome.Accepted(resolved)
                                : new Outcome.WrongState(IssueState.RESOLVED));
        });
    }
}
