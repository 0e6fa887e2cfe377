package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import dev.aftersales.contracts.events.logistics.EmergencyStockAssessed.PartStock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What logistics was told that an issue wants, and what it said.
 *
 * @param wanted parts, as they were told last
 * @param askedAt when that was; absent while nothing was
 * @param stock what was free of them
 * @param assessedAt when stock was looked at; absent while it was not
 * @param reserved for the plan
 * @param reservedAt since when; absent while nothing is
 * @param hold on shipping; absent where there is none
 */
record Supplies(
        List<PartQuantity> wanted,
        @Nullable Instant askedAt,
        List<PartStock> stock,
        @Nullable Instant assessedAt,
        List<ReservedPart> reserved,
        @Nullable Instant reservedAt,
        @Nullable ShippingHold hold) {

    static final Supplies NONE = new Supplies(List.of(), null, List.of(), null, List.of(), null, null);

    /** A draft is read now and then; a group may grow each second. */
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofMinutes(1);

    Supplies {
        wanted = List.copyOf(wanted);
        stock = List.copyOf(stock);
        reserved = List.copyOf(reserved);
    }

    /**
     * Stock of these lots is shipped no more.
     *
     * @param lots none where it is all stock of the model
     */
    record ShippingHold(String model, List<String> lots, Instant since) {

        ShippingHold {
            lots = List.copyOf(lots);
        }
    }

    /**
     * Whether logistics is told what is wanted now. That nothing is, as when all units went, is told too: what is reserved
     * for nobody would be missing to others.
     *
     * @param planned whether a plan has it reserved: then each change counts, else one in a while will do
     */
    boolean asks(List<PartQuantity> parts, boolean planned, Instant now) {
        Instant asked = askedAt;
        return !parts.equals(wanted) && (asked == null || planned || !now.isBefore(asked.plus(ASKED_AT_MOST_EVERY)));
    }

    Supplies asking(List<PartQuantity> parts, Instant at) {
        return new Supplies(parts, at, stock, assessedAt, reserved, reservedAt, hold);
    }

    Supplies assessed(List<PartStock> now, Instant at) {
        return new Supplies(wanted, askedAt, now, at, reserved, reservedAt, hold);
    }

    Supplies reserving(List<ReservedPart> now, Instant at) {
        return new Supplies(wanted, askedAt, stock, assessedAt, now, at, hold);
    }

    Supplies holding(ShippingHold now) {
        return new Supplies(wanted, askedAt, stock, assessedAt, reserved, reservedAt, now);
    }
}
