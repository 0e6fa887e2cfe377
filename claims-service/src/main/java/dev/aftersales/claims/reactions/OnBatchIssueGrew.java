package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.batches.TellCustomers;
import dev.aftersales.claims.claims.LinkBatchIssue;
import dev.aftersales.contracts.events.batches.BatchIssueGrew;
import org.springframework.stereotype.Component;

/** Links the claims of units that came to a batch issue, and takes note of those that went; new customers are told. */
@Component
final class OnBatchIssueGrew implements Reaction<BatchIssueGrew> {

    private final LinkBatchIssue links;
    private final TellCustomers customers;

    OnBatchIssueGrew(LinkBatchIssue links, TellCustomers customers) {
        this.links = links;
        this.customers = customers;
    }

    @Override
    public Class<BatchIssueGrew> event() {
        return BatchIssueGrew.class;
    }

    @Override
    public void react(Received<BatchIssueGrew> event) {
        BatchIssueGrew said = event.data();
        LinkBatchIssue.Linked linked = links.link(event, said.batchIssueId(), said.came(), said.went());
        customers.grew(said.batchIssueId(), event.vendor(), linked.customers());
        linked.orThrow();
    }
}
