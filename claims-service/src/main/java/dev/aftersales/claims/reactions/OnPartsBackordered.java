package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.claims.claims.LineState;
import dev.aftersales.claims.claims.Serving;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import org.springframework.stereotype.Component;

/** Shows that the lines wait for parts. */
@Component
final class OnPartsBackordered implements Reaction<PartsBackordered> {

    private final Claims claims;

    OnPartsBackordered(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<PartsBackordered> event() {
        return PartsBackordered.class;
    }

    @Override
    public void react(Received<PartsBackordered> event) {
        PartsBackordered said = event.data();
        claims.react(
                event,
                said.claimId(),
                claim -> Serving.advanced(
                        claim, said.lines(), new LineState.Backordered(said.shipmentId()), event.time()));
    }
}
