package dev.aftersales.logistics.orders;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How many shipments come to each stage, and how long after the authorisation, in business time. */
@Component
class ShipmentMetrics {

    private final MeterRegistry registry;

    ShipmentMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void reached(ShipmentState state, Instant authorisedAt, Instant now) {
        Duration taken = Duration.between(authorisedAt, now);
        registry.timer("aftersales.shipment.stage", "stage", state.name())
                .record(taken.isNegative() ? Duration.ZERO : taken);
    }

    /** A late duplicate of a reservation was given back. */
    void reservationUndone() {
        registry.counter("aftersales.reservations.undone").increment();
    }
}
