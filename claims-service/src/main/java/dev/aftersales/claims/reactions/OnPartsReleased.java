package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.Serving;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import org.springframework.stereotype.Component;

/** Moves the lines on to the warehouse. */
@Component
final class OnPartsReleased implements Reaction<PartsReleased> {

    private final Claims claims;

    OnPartsReleased(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<PartsReleased> event() {
        return PartsReleased.class;
    }

    @Override
    public void react(Received<PartsReleased> event) {
        PartsReleased said = event.data();
        claims.react(
                event,
                said.claimId(),
                claim ->
                        Serving.advanced(claim, said.lines(), new LineState.Released(said.shipmentId()), event.time()));
    }
}
