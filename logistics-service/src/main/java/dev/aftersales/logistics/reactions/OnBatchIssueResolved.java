package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.logistics.emergencies.HearBatchIssue;
import org.springframework.stereotype.Component;

/** Lets go of all that was reserved and held for the batch issue. */
@Component
class OnBatchIssueResolved implements Reaction<BatchIssueResolved> {

    private final HearBatchIssue hearBatchIssue;

    OnBatchIssueResolved(HearBatchIssue hearBatchIssue) {
        this.hearBatchIssue = hearBatchIssue;
    }

    @Override
    public Class<BatchIssueResolved> event() {
        return BatchIssueResolved.class;
    }

    @Override
    public void react(Received<BatchIssueResolved> event) {
        hearBatchIssue.resolved(event);
    }
}
