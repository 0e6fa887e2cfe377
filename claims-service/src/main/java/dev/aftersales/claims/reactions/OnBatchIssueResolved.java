package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.batches.TellCustomers;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import org.springframework.stereotype.Component;

/** Has nobody more told of what a person found to be no batch issue. Its claims stay linked: they show what it was. */
@Component
final class OnBatchIssueResolved implements Reaction<BatchIssueResolved> {

    private final TellCustomers customers;

    OnBatchIssueResolved(TellCustomers customers) {
        this.customers = customers;
    }

    @Override
    public Class<BatchIssueResolved> event() {
        return BatchIssueResolved.class;
    }

    /** What a batch was closed with does not concern whom its plan has told. */
    @Override
    public void react(Received<BatchIssueResolved> event) {
        if (event.data().kind() == ResolutionKind.NO_BATCH_ISSUE) {
            customers.dismissed(event.data().batchIssueId(), event.vendor());
        }
    }
}
