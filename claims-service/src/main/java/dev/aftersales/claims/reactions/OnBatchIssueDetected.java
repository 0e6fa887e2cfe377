package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.LinkBatchIssue;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links the claims of the units that made a batch with its issue (A4.7). */
@Component
final class OnBatchIssueDetected implements Reaction<BatchIssueDetected> {

    private final LinkBatchIssue links;

    OnBatchIssueDetected(LinkBatchIssue links) {
        this.links = links;
    }

    @Override
    public Class<BatchIssueDetected> event() {
        return BatchIssueDetected.class;
    }

    @Override
    public void react(Received<BatchIssueDetected> event) {
        BatchIssueDetected said = event.data();
        links.link(event, said.batchIssueId(), said.lines(), List.of());
    }
}
