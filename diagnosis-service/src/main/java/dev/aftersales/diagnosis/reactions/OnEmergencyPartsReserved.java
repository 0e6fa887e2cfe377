package dev.aftersales.diagnosis.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved;
import dev.aftersales.diagnosis.batches.TakeSupplies;
import org.springframework.stereotype.Component;

/** Shows what is reserved for the plan. */
@Component
class OnEmergencyPartsReserved implements Reaction<EmergencyPartsReserved> {

    private final TakeSupplies takeSupplies;

    OnEmergencyPartsReserved(TakeSupplies takeSupplies) {
        this.takeSupplies = takeSupplies;
    }

    @Override
    public Class<EmergencyPartsReserved> event() {
        return EmergencyPartsReserved.class;
    }

    @Override
    public void react(Received<EmergencyPartsReserved> event) {
        takeSupplies.reserved(event);
    }
}
