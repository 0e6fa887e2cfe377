package dev.aftersales.logistics.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.partners.CarrierAccepted;
import dev.aftersales.logistics.carriers.CarrierScans;
import dev.aftersales.logistics.orders.CarrierScan;
import org.springframework.stereotype.Component;

/** The parcel is on its way: the shipment is dispatched (A4.5, A?5). */
@Component
class OnCarrierAccepted implements Reaction<CarrierAccepted> {

    private final CarrierScans scans;

    OnCarrierAccepted(CarrierScans scans) {
        this.scans = scans;
    }

    @Override
    public Class<CarrierAccepted> event() {
        return CarrierAccepted.class;
    }

    @Override
    public void react(Received<CarrierAccepted> event) {
        CarrierAccepted said = event.data();
        scans.scanned(
                said.vendor(),
                said.trackingNumber(),
                new CarrierScan(CarrierScan.Kind.ACCEPTED, said.partner(), said.scannedAt()));
    }
}
