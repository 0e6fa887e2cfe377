package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.logistics.orders.CarrierScan.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Moves a shipment on by its carrier's scans. The shipment's stage is the guard: a scan that comes again, or too late,
 * moves nothing.
 */
@Component
public class CarryShipment {

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final ShipmentMetrics metrics;
    private final Clock clock;

    CarryShipment(Orders orders, Fulfilment fulfilment, ShipmentMetrics metrics, Clock clock) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes note of every scan known of a parcel, in whatever order they came.
     *
     * @param scans of any partner; only those of the shipment's carrier count
     * @return the carrier whose scans counted; empty when no shipment has that number yet
     */
    public Optional<String> scanned(String vendor, String trackingNumber, List<CarrierScan> scans) {
        Optional<ServiceOrder> carrying = orders.carrying(vendor, trackingNumber);
        if (carrying.isEmpty()) {
            return Optional.empty();
        }
        String claim = carrying.get().claimId();
        Instant now = clock.instant();
        Optional<Moved> decided = orders.<Optional<Moved>>decide(
                        claim, order -> move(order, trackingNumber, scans, now))
                .orElseThrow();
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        Moved moved = decided.get();
        moved.reached().forEach(state -> metrics.reached(state, carrying.get().authorisedAt(), now));
        fulfilment.proceed(claim);
        return Optional.of(moved.carrier());
    }

    private record Moved(String carrier, List<ShipmentState> reached) {}

    private static Decision<ServiceOrder, Optional<Moved>> move(
            ServiceOrder order, String trackingNumber, List<CarrierScan> scans, Instant now) {
        Optional<Shipment> parcel = order.parcel(trackingNumber);
        if (parcel.isEmpty()) {
            // The warehouse has just corrected the number.
            return Decision.refuse(Optional.empty());
        }
        Shipment shipment = parcel.get();
        Carriage carriage = shipment.carriage().orElseThrow();
        ShipmentFacts facts = new ShipmentFacts(order, shipment);
        Optional<Instant> accepted = first(Kind.ACCEPTED, carriage, scans);
        Optional<Instant> delivered = first(Kind.DELIVERED, carriage, scans);

        ShipmentStage stage = shipment.stage();
        List<Event> events = new ArrayList<>();
        List<ShipmentState> reached = new ArrayList<>();
        // What was delivered must have been accepted: where that scan is late, the delivery proves it.
        Optional<Instant> handedOver = accepted.or(() -> delivered);
        if (stage instanceof ShipmentStage.ReadyForCarrier ready && handedOver.isPresent()) {
            stage = ready.dispatched(handedOver.get());
            events.add(facts.dispatched(carriage, handedOver.get()));
            reached.add(ShipmentState.DISPATCHED);
        }
        if (stage instanceof ShipmentStage.Dispatched dispatched && delivered.isPresent()) {
            stage = dispatched.delivered(delivered.get());
            events.add(facts.delivered(delivered.get()));
            reached.add(ShipmentState.DELIVERED);
        }
        Optional<Moved> moved = Optional.of(new Moved(carriage.carrier(), reached));
        return reached.isEmpty()
                ? Decision.refuse(moved)
                : Decision.commit(order.with(shipment.at(stage, now)), moved, events);
    }

    private static Optional<Instant> first(Kind kind, Carriage carriage, List<CarrierScan> scans) {
        return scans.stream()
                .filter(scan -> scan.kind() == kind && scan.partner().equals(carriage.carrier()))
                .map(CarrierScan::at)
                .min(Instant::compareTo);
    }
}
