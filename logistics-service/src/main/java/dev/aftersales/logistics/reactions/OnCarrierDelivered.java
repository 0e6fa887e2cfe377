package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.partners.CarrierDelivered;
import dev.aftersales.logistics.carriers.CarrierScans;
import dev.aftersales.logistics.orders.CarrierScan;
import org.springframework.stereotype.Component;

/** The customer has the parcel: the shipment is delivered. */
@Component
class OnCarrierDelivered implements Reaction<CarrierDelivered> {

    private final CarrierScans scans;

    OnCarrierDelivered(CarrierScans scans) {
        this.scans = scans;
    }

    @Override
    public Class<CarrierDelivered> event() {
        return CarrierDelivered.class;
    }

    @Override
    public void react(Received<CarrierDelivered> event) {
        CarrierDelivered said = event.data();
        scans.scanned(
                said.vendor(),
                said.trackingNumber(),
                new CarrierScan(CarrierScan.Kind.DELIVERED, said.partner(), said.deliveredAt()));
    }
}
