package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.batches.TellCustomers;
import dev.aftersales.claims.claims.LinkBatchIssue;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links the claims of the units that made a batch with its issue, and has their customers told (A4.7). */
@Component
final class OnBatchIssueDetected implements Reaction<BatchIssueDetected> {

    private final LinkBatchIssue links;
    private final TellCustomers customers;

    OnBatchIssueDetected(LinkBatchIssue links, TellCustomers customers) {
        this.links = links;
        this.customers = customers;
    }

    @Override
    public Class<BatchIssueDetected> event() {
        return BatchIssueDetected.class;
    }

    @Override
    public void react(Received<BatchIssueDetected> event) {
        BatchIssueDetected said = event.data();
        LinkBatchIssue.Linked linked = links.link(event, said.batchIssueId(), said.lines(), List.of());
        customers.detected(said.batchIssueId(), event.vendor(), said.group(), linked.customers());
        linked.orThrow();
    }
}
