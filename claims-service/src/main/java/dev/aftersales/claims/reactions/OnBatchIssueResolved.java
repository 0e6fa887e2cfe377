package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.batches.TellCustomers;
import dev.aftersales.claims.claims.BatchLink;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Has the claims of a batch issue show that it is over, and as what. Of what a person found to be none, nobody more is told,
 * and who was told is told that.
 */
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

    /** What a batch was closed with does not concern whom its plan has told: their units are of a batch all the same. */
    @Override
    public void react(Received<BatchIssueResolved> event) {
        BatchIssueResolved said = event.data();
        customers.closed(
                said.batchIssueId(),
                event.vendor(),
                new BatchLink.Over(said.kind(), said.resolvedAt().truncatedTo(ChronoUnit.MILLIS)));
    }
}
