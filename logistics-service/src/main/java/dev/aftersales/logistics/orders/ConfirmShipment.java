package dev.aftersales.logistics.orders;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The warehouse says that a shipment is packed, who carries it, and under which number. */
@Component
class ConfirmShipment {

    private final Orders orders;
    private final ObjectProvider<ParcelConfirmed> listeners;
    private final ShipmentMetrics metrics;
    private final Clock clock;

    ConfirmShipment(Orders orders, ObjectProvider<ParcelConfirmed> listeners, ShipmentMetrics metrics, Clock clock) {
        this.orders = orders;
        this.listeners = listeners;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What the warehouse is told. */
    sealed interface Confirmation {

        /** It is confirmed so, now or since earlier. */
        record Confirmed(boolean now) implements Confirmation {}

        /** The warehouse was not told to pack it. */
        record NotReleased(ShipmentState state) implements Confirmation {}

        /** It is confirmed as another parcel. */
        record OtherParcel(String carrier, String trackingNumber) implements Confirmation {}

        /** Another shipment of the vendor has that number. */
        record NumberInUse() implements Confirmation {}
    }

    /** Confirms a shipment that the caller may see. */
    Confirmation confirm(Caller caller, ServiceOrder seen, String shipmentId, ConfirmationRequest parcel) {
        Instant now = clock.instant();
        Confirmation outcome;
        try {
            outcome = orders.<Confirmation>decide(
                            seen.claimId(), order -> decide(order, shipmentId, parcel, caller.person(), now))
                    .orElseThrow();
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return new Confirmation.NumberInUse();
        }
        if (outcome instanceof Confirmation.Confirmed confirmed) {
            if (confirmed.now()) {
                metrics.reached(ShipmentState.READY_FOR_CARRIER, seen.authorisedAt(), now);
            }
            // After the write, so that a scan either finds the shipment or is found here.
            listeners.forEach(listener -> listener.confirmed(seen.vendor(), parcel.trackingNumber()));
        }
        return outcome;
    }

    private static Decision<ServiceOrder, Confirmation> decide(
            ServiceOrder order, String shipmentId, ConfirmationRequest parcel, String person, Instant now) {
        Shipment shipment = order.shipment(shipmentId).orElseThrow();
        Optional<Carriage> carriage = shipment.carriage();
        if (carriage.isPresent()) {
            return Decision.refuse(
                    carriage.get().sameParcel(parcel.carrier(), parcel.trackingNumber())
                            ? new Confirmation.Confirmed(false)
                            : new Confirmation.OtherParcel(
                                    carriage.get().carrier(), carriage.get().trackingNumber()));
        }
        if (!(shipment.stage() instanceof ShipmentStage.Released released)) {
            return Decision.refuse(new Confirmation.NotReleased(shipment.state()));
        }
        if (order.parcel(parcel.trackingNumber()).isPresent()) {
            // The index tells other orders' numbers only: within one document it sees one value twice.
            return Decision.refuse(new Confirmation.NumberInUse());
        }
        Carriage confirmed = new Carriage(parcel.carrier(), parcel.trackingNumber(), person, now);
        return Decision.commit(
                order.with(shipment.at(released.confirmed(confirmed), now))
                        .audited(new Act(person, now, "shipment-confirmed", shipmentId)),
                new Confirmation.Confirmed(true));
    }
}
