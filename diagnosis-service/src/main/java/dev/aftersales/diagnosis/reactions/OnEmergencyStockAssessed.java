package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed;
import dev.aftersales.diagnosis.batches.TakeSupplies;
import org.springframework.stereotype.Component;

/** Shows in the draft of the plan what is free of the parts that it would want. */
@Component
class OnEmergencyStockAssessed implements Reaction<EmergencyStockAssessed> {

    private final TakeSupplies takeSupplies;

    OnEmergencyStockAssessed(TakeSupplies takeSupplies) {
        this.takeSupplies = takeSupplies;
    }

    @Override
    public Class<EmergencyStockAssessed> event() {
        return EmergencyStockAssessed.class;
    }

    @Override
    public void react(Received<EmergencyStockAssessed> event) {
        takeSupplies.assessed(event);
    }
}
