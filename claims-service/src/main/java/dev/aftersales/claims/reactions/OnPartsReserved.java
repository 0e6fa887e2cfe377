package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.Serving;
import dev.aftersales.contracts.events.logistics.PartsReserved;
import org.springframework.stereotype.Component;

/** Moves the lines on to what stock holds for them. */
@Component
final class OnPartsReserved implements Reaction<PartsReserved> {

    private final Claims claims;

    OnPartsReserved(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<PartsReserved> event() {
        return PartsReserved.class;
    }

    @Override
    public void react(Received<PartsReserved> event) {
        PartsReserved said = event.data();
        claims.react(
                event,
                said.claimId(),
                claim ->
                        Serving.advanced(claim, said.lines(), new LineState.Reserved(said.shipmentId()), event.time()));
    }
}
