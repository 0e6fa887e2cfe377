package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.Serving;
import dev.aftersales.contracts.events.logistics.Delivered;
import org.springframework.stereotype.Component;

/** Moves the lines to their end; the claim closes in the same write when all of them are there. */
@Component
final class OnDelivered implements Reaction<Delivered> {

    private final Claims claims;

    OnDelivered(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<Delivered> event() {
        return Delivered.class;
    }

    @Override
    public void react(Received<Delivered> event) {
        Delivered said = event.data();
        claims.react(
                event,
                said.claimId(),
                claim -> Serving.advanced(
                        claim,
                        said.lines(),
                        new LineState.Delivered(said.shipmentId(), said.deliveredAt()),
                        event.time()));
    }
}
