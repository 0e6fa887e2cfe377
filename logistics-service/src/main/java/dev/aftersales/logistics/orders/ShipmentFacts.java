package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.contracts.events.logistics.PartsReserved;
import java.time.Instant;
import java.util.List;

/** The events of one shipment: what they share stands here once. */
record ShipmentFacts(ServiceOrder order, Shipment shipment) {

    PartsReserved reserved() {
        return new PartsReserved(
                order.claimId(),
                order.vendor(),
                order.customer(),
                shipment.id(),
                shipment.lineNumbers(),
                shipment.parts());
    }

    PartsReleased released() {
        return new PartsReleased(
                order.claimId(),
                order.vendor(),
                order.customer(),
                shipment.id(),
                shipment.lineNumbers(),
                shipment.parts());
    }

    PartsBackordered backordered(List<PartQuantity> missing) {
        return new PartsBackordered(
                order.claimId(), order.vendor(), order.customer(), shipment.id(), shipment.lineNumbers(), missing);
    }

    PartsDispatched dispatched(Carriage carriage, Instant at) {
        return new PartsDispatched(
                order.claimId(),
                order.vendor(),
                order.customer(),
                shipment.id(),
                shipment.lineNumbers(),
                carriage.carrier(),
                carriage.trackingNumber(),
                at);
    }

    Delivered delivered(Instant at) {
        return new Delivered(
                order.claimId(), order.vendor(), order.customer(), shipment.id(), shipment.lineNumbers(), at);
    }
}
