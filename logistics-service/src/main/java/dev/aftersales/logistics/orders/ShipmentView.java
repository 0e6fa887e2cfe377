package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as staff see it.
 *
 * @param since when it came to its state
 * @param missing what it waits for; absent unless it waits
 * @param dispatchedAt first acceptance scan of the carrier (A4.5, A?5)
 * @param shipTo only for the warehouse, and only when it asks for one shipment
 */
record ShipmentView(
        String id,
        String claim,
        String vendor,
        ShipmentState state,
        Instant authorisedAt,
        Instant since,
        List<ShipmentLine> lines,
        List<PartQuantity> parts,
        @Nullable List<PartQuantity> missing,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant confirmedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable ShipTo shipTo) {

    static ShipmentView of(ServiceOrder order, Shipment shipment) {
        Carriage carriage = shipment.carriage().orElse(null);
        return new ShipmentView(
                shipment.id(),
                order.claimId(),
                order.vendor(),
                shipment.state(),
                order.authorisedAt(),
                shipment.changedAt(),
                shipment.lines(),
                shipment.parts(),
                shipment.missing().isEmpty() ? null : shipment.missing(),
                carriage == null ? null : carriage.carrier(),
                carriage == null ? null : carriage.trackingNumber(),
                carriage == null ? null : carriage.confirmedAt(),
                dispatchedAt(shipment.stage()),
                shipment.stage() instanceof ShipmentStage.Delivered delivered ? delivered.at() : null,
                null);
    }

    ShipmentView sentTo(ShipTo address) {
        return new ShipmentView(
                id,
                claim,
                vendor,
                state,
                authorisedAt,
                since,
                lines,
                parts,
                missing,
                carrier,
                trackingNumber,
                confirmedAt,
                dispatchedAt,
                deliveredAt,
                address);
    }

    private static @Nullable Instant dispatchedAt(ShipmentStage stage) {
        return switch (stage) {
            case ShipmentStage.Requested requested -> null;
            case ShipmentStage.Backordered backordered -> null;
            case ShipmentStage.Released released -> null;
            case ShipmentStage.ReadyForCarrier ready -> null;
            case ShipmentStage.Dispatched dispatched -> dispatched.at();
            case ShipmentStage.Delivered delivered -> delivered.dispatchedAt();
        };
    }
}
