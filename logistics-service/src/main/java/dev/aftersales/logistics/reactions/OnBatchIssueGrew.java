package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.BatchIssueGrew;
import dev.aftersales.logistics.affected.AffectedClaims;
import dev.aftersales.logistics.orders.ServeAffected;
import org.springframework.stereotype.Component;

/** Keeps which claims have units in the batch issue by now; their orders may draw from its reserve. */
@Component
class OnBatchIssueGrew implements Reaction<BatchIssueGrew> {

    private final AffectedClaims affected;
    private final ServeAffected serve;

    OnBatchIssueGrew(AffectedClaims affected, ServeAffected serve) {
        this.affected = affected;
        this.serve = serve;
    }

    @Override
    public Class<BatchIssueGrew> event() {
        return BatchIssueGrew.class;
    }

    @Override
    public void react(Received<BatchIssueGrew> event) {
        BatchIssueGrew said = event.data();
        serve.claims(said.batchIssueId(), affected.changed(event, said.batchIssueId(), said.came(), said.went()));
    }
}
