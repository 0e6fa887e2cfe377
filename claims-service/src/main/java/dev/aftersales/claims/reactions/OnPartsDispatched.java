package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.Serving;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import org.springframework.stereotype.Component;

/** Moves the lines on to the carrier (A4.5, reading A?5). */
@Component
final class OnPartsDispatched implements Reaction<PartsDispatched> {

    private final Claims claims;

    OnPartsDispatched(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<PartsDispatched> event() {
        return PartsDispatched.class;
    }

    @Override
    public void react(Received<PartsDispatched> event) {
        PartsDispatched said = event.data();
        claims.react(
                event,
                said.claimId(),
                claim -> Serving.advanced(
                        claim,
                        said.lines(),
                        new LineState.Dispatched(
                                said.shipmentId(), said.carrier(), said.trackingNumber(), said.dispatchedAt()),
                        event.time()));
    }
}
