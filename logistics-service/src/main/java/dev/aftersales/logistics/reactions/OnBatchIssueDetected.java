package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.logistics.affected.AffectedClaims;
import dev.aftersales.logistics.orders.ServeAffected;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps which claims have units in the batch issue. */
@Component
class OnBatchIssueDetected implements Reaction<BatchIssueDetected> {

    private final AffectedClaims affected;
    private final ServeAffected serve;

    OnBatchIssueDetected(AffectedClaims affected, ServeAffected serve) {
        this.affected = affected;
        this.serve = serve;
    }

    @Override
    public Class<BatchIssueDetected> event() {
        return BatchIssueDetected.class;
    }

    @Override
    public void react(Received<BatchIssueDetected> event) {
        BatchIssueDetected said = event.data();
        serve.claims(said.batchIssueId(), affected.changed(event, said.batchIssueId(), said.lines(), List.of()));
    }
}
