package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.LinkBatchIssue;
import dev.aftersales.contracts.events.batches.BatchIssueGrew;
import org.springframework.stereotype.Component;

/** Links the claims of units that came to a batch issue, and takes note of those that went. */
@Component
final class OnBatchIssueGrew implements Reaction<BatchIssueGrew> {

    private final LinkBatchIssue links;

    OnBatchIssueGrew(LinkBatchIssue links) {
        this.links = links;
    }

    @Override
    public Class<BatchIssueGrew> event() {
        return BatchIssueGrew.class;
    }

    @Override
    public void react(Received<BatchIssueGrew> event) {
        BatchIssueGrew said = event.data();
        links.link(event, said.batchIssueId(), said.came(), said.went());
    }
}
