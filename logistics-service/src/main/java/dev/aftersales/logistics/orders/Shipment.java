package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts that travel together.
 *
 * @param id {@link ShipmentId} as text; also the id of its reservations in stock
 * @param parts each part once
 * @param changedAt when it came to its stage
 * @param stockTaken whether stock was told that the parts have left; from then on no reservation may remain
 */
record Shipment(
        String id,
        List<ShipmentLine> lines,
        List<PartQuantity> parts,
        ShipmentStage stage,
        Instant changedAt,
        boolean stockTaken) {

    Shipment {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
        if (lines.isEmpty() || parts.isEmpty()) {
            throw new IllegalArgumentException("a shipment has lines and parts");
        }
    }

    Shipment at(ShipmentStage next, Instant when) {
        return new Shipment(id, lines, parts, next, when, stockTaken);
    }

    Shipment withStockTaken() {
        return new Shipment(id, lines, parts, stage, changedAt, true);
    }

    List<Integer> lineNumbers() {
        return lines.stream().map(ShipmentLine::line).toList();
    }

    ShipmentState state() {
        return ShipmentState.of(stage);
    }

    /** What it waits for. */
    List<PartQuantity> missing() {
        return stage instanceof ShipmentStage.Backordered backordered ? backordered.missing() : List.of();
    }

    /** The parts that stock holds for a line of it, or held until they left. */
    List<PartQuantity> served(ShipmentLine line) {
        if (stage instanceof ShipmentStage.Requested) {
            return List.of();
        }
        Set<String> missing = missing().stream().map(PartQuantity::part).collect(Collectors.toSet());
        return line.parts().stream()
                .filter(part -> !missing.contains(part.part()))
                .toList();
    }

    /** The parcel, once the warehouse has confirmed it. */
    Optional<Carriage> carriage() {
        return switch (stage) {
            case ShipmentStage.Requested requested -> Optional.empty();
            case ShipmentStage.Backordered backordered -> Optional.empty();
            case ShipmentStage.Released released -> Optional.empty();
            case ShipmentStage.ReadyForCarrier ready -> Optional.of(ready.carriage());
            case ShipmentStage.Dispatched dispatched -> Optional.of(dispatched.carriage());
            case ShipmentStage.Delivered delivered -> Optional.of(delivered.carriage());
        };
    }

    /** Whether a step with stock is still to be finished; true only for a moment, unless a crash fell into it. */
    boolean owesStep() {
        return switch (stage) {
            case ShipmentStage.Requested requested -> true;
            case ShipmentStage.Backordered backordered -> !backordered.askedAgain();
            case ShipmentStage.Released released -> false;
            case ShipmentStage.ReadyForCarrier ready -> false;
            case ShipmentStage.Dispatched dispatched -> !stockTaken;
            case ShipmentStage.Delivered delivered -> !stockTaken;
        };
    }
}
