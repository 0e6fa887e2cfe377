package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Takes a person's word that the containment step of the plan is done. */
@Component
class ContainBatchIssue {

    private final BatchIssues issues;
    private final Clock clock;

    ContainBatchIssue(BatchIssues issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    Outcome by(Caller person, String id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return issues.decide(person, id, issue -> switch (issue) {
            case Detected detected -> Decision.refuse(new Outcome.WrongState(IssueState.DETECTED));
            case PlanInitiated initiated -> {
                Contained contained = initiated.contain(person.person(), now);
                yield Decision.commit(contained, new Outcome.Accepted(contained), IssueEvents.contained(contained));
            }
            case Contained contained -> Decision.refuse(new Outcome.Accepted(contained));
            case Resolved resolved -> Decision.refuse(new Outcome.WrongState(IssueState.RESOLVED));
        });
    }
}
