package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.ShippingHeld;
import dev.aftersales.diagnosis.batches.TakeSupplies;
import org.springframework.stereotype.Component;

/** Shows which lots the plan holds back. */
@Component
class OnShippingHeld implements Reaction<ShippingHeld> {

    private final TakeSupplies takeSupplies;

    OnShippingHeld(TakeSupplies takeSupplies) {
        this.takeSupplies = takeSupplies;
    }

    @Override
    public Class<ShippingHeld> event() {
        return ShippingHeld.class;
    }

    @Override
    public void react(Received<ShippingHeld> event) {
        takeSupplies.held(event);
    }
}
