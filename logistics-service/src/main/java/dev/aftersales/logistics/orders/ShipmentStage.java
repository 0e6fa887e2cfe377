package dev.aftersales.logistics.orders;

import dev.aftersales.contracts.events.PartQuantity;
import java.time.Instant;
import java.util.List;

/**
 * How far a shipment is. Only a legal step is a method, so that no other can be taken.
 *
 * <p>Stock holds the parts from {@link Released} on; while {@link Requested} or {@link Backordered} it may hold some.
 */
sealed interface ShipmentStage {

    /** Authorised; stock has not answered yet. */
    record Requested() implements ShipmentStage {

        Released released() {
            return new Released();
        }

        Backordered backordered(List<PartQuantity> missing) {
            return new Backordered(missing, false);
        }
    }

    /**
     * Waits for parts; those that were there stay held.
     *
     * @param missing what stock lacked when it was last asked
     * @param askedAgain whether stock was asked once more after the wait had become known. Until then a receipt may have
     *     come in between the first answer and the wait, and nobody would wake the shipment.
     */
    record Backordered(List<PartQuantity> missing, boolean askedAgain) implements ShipmentStage {

        public Backordered {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("a backorder waits for something");
            }
        }

        Released released() {
            return new Released();
        }

        Backordered stillMissing(List<PartQuantity> now) {
            return new Backordered(now, true);
        }
    }

    /** Stock holds every part; the warehouse may pick and pack. */
    record Released() implements ShipmentStage {

        ReadyForCarrier confirmed(Carriage carriage) {
            return new ReadyForCarrier(carriage);
        }
    }

    /** Packed and labelled. The clock of A4.5 still runs: a label is no dispatch (A?5). */
    record ReadyForCarrier(Carriage carriage) implements ShipmentStage {

        /** The label said otherwise. */
        ReadyForCarrier corrected(Carriage right) {
            return new ReadyForCarrier(right);
        }

        Dispatched dispatched(Instant scannedAt) {
            return new Dispatched(carriage, scannedAt);
        }
    }

    /**
     * The carrier has it.
     *
     * @param at first acceptance scan, which stops the clock of A4.5 (A?5)
     */
    record Dispatched(Carriage carriage, Instant at) implements ShipmentStage {

        Delivered delivered(Instant deliveredAt) {
            return new Delivered(carriage, at, deliveredAt);
        }
    }

    /** The customer has it. */
    record Delivered(Carriage carriage, Instant dispatchedAt, Instant at) implements ShipmentStage {}
}
