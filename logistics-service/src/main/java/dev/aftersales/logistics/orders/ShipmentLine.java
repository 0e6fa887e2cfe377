package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the claim that a shipment serves.
 *
 * @param parts that it is served with
 */
record ShipmentLine(int line, @Nullable String serial, String model, List<PartQuantity> parts) {

    ShipmentLine {
        parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
    }
}
