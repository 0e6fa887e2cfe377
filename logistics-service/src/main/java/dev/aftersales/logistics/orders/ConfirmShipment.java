package dev.aftersales.logistics.orders;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.logistics.emergencies.ShippingHold;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The warehouse says that a shipment is packed, who carries it, and under which number. What it mistyped it may correct
 * until the carrier has the parcel; from then on others go by the number.
 */
@Component
class ConfirmShipment {

    private final Orders orders;
    private final ObjectProvider<ParcelConfirmed> listeners;
    private final HeldLots heldLots;
    private final ShipmentMetrics metrics;
    private final Clock clock;

    ConfirmShipment(
            Orders orders,
            ObjectProvider<ParcelConfirmed> listeners,
            HeldLots heldLots,
            ShipmentMetrics metrics,
            Clock clock) {
        this.orders = orders;
        this.listeners = listeners;
        this.heldLots = heldLots;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What the warehouse is told. */
    sealed interface Confirmation {

        /**
         * It is confirmed so.
         *
         * @param now whether for the first time; not so when it was repeated or corrected
         */
        record Confirmed(boolean now) implements Confirmation {}

        /** The warehouse was not told to pack it. */
        record NotReleased(ShipmentState state) implements Confirmation {}

        /** It is on its way as another parcel. */
        record OtherParcel(String carrier, String trackingNumber) implements Confirmation {}

        /** Another shipment of the vendor has that number. */
        record NumberInUse() implements Confirmation {}

        /** What was packed is not shipped. */
        record Held(ShippingHold hold) implements Confirmation {}

        /**
         * Some stock of it is not shipped, and nobody says which was packed.
         *
         * @param pieces of which the lot is to be told
         */
        record LotNotTold(ShippingHold hold, int pieces) implements Confirmation {}

        /** Lots are told of pieces that the shipment does not have. */
        record NotInShipment(String part) implements Confirmation {}
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

    private Decision<ServiceOrder, Confirmation> decide(
            ServiceOrder order, String shipmentId, ConfirmationRequest parcel, String person, Instant now) {
        Shipment shipment = order.shipment(shipmentId).orElseThrow();
        Optional<Carriage> known = shipment.carriage();
        if (known.filter(carriage -> carriage.sameParcel(parcel.carrier(), parcel.trackingNumber()))
                .isPresent()) {
            return Decision.refuse(new Confirmation.Confirmed(false));
        }
        Carriage carriage = new Carriage(parcel.carrier(), parcel.trackingNumber(), person, now, parcel.packed());
        return switch (shipment.stage()) {
            case ShipmentStage.Released released ->
                label(
                        order,
                        shipment.at(released.confirmed(carriage), now),
                        carriage,
                        "shipment-confirmed",
                        new Confirmation.Confirmed(true));
            case ShipmentStage.ReadyForCarrier ready ->
                label(
                        order,
                        shipment.at(ready.corrected(carriage), shipment.changedAt()),
                        carriage,
                        "confirmation-corrected",
                        new Confirmation.Confirmed(false));
            case ShipmentStage.Dispatched dispatched -> Decision.refuse(otherParcel(dispatched.carriage()));
            case ShipmentStage.Delivered delivered -> Decision.refuse(otherParcel(delivered.carriage()));
            case ShipmentStage.Requested requested -> Decision.refuse(new Confirmation.NotReleased(shipment.state()));
            case ShipmentStage.Backordered backordered ->
                Decision.refuse(new Confirmation.NotReleased(shipment.state()));
        };
    }

    private Decision<ServiceOrder, Confirmation> label(
            ServiceOrder order, Shipment labelled, Carriage carriage, String act, Confirmation outcome) {
        if (order.parcel(carriage.trackingNumber())
                .filter(other -> !other.id().equals(labelled.id()))
                .isPresent()) {
            // The index tells other orders' numbers only: within one document it sees one value twice.
            return Decision.refuse(new Confirmation.NumberInUse());
        }
        Optional<Confirmation> refusal = heldLots.refusal(order.vendor(), labelled, carriage.lots());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return Decision.commit(
                order.with(labelled)
                        .audited(new Act(carriage.confirmedBy(), carriage.confirmedAt(), act, labelled.id())),
                outcome);
    }

    private static Confirmation otherParcel(Carriage carriage) {
        return new Confirmation.OtherParcel(carriage.carrier(), carriage.trackingNumber());
    }
}
