package dev.aftersales.chassis.sample;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Reacted;
import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import org.springframework.stereotype.Component;

/** Counts evidence; evidence named {@code poison} breaks it, as its name says. */
@Component
class OnEvidenceReceived implements Reaction<EvidenceReceived> {

    private final Aggregates<Tally> tallies;
    private final Toxicity toxicity;

    OnEvidenceReceived(Aggregates<Tally> tallies, Toxicity toxicity) {
        this.tallies = tallies;
        this.toxicity = toxicity;
    }

    @Override
    public Class<EvidenceReceived> event() {
        return EvidenceReceived.class;
    }

    @Override
    public void react(Received<EvidenceReceived> event) {
        toxicity.mayBreak(event.data());
        String id = event.data().claimId();
        Reacted reacted = tallies.react(event, id, tally -> {
            Tally next = tally.state().plusOne(event.time());
            return Change.of(next, next.told());
        });
        if (reacted == Reacted.MISSING) {
            tallies.create(event, id, () -> {
                Tally first = new Tally(id, event.vendor(), 1, event.time());
                return Change.of(first, first.told());
            });
        }
    }
}
