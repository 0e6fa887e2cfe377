package dev.aftersales.failpoints;

import java.nio.file.Path;

/**
 * The steps of a stock reservation in logistics-service, each as a place to crash at. A step is reached in its situation
 * only, and the same method may serve several.
 */
public enum StockStep {
    /** Nothing is written. */
    AUTHORISATION_HEARD(Situation.IN_STOCK, "orders.OpenOrder", "authorised", 1, "enter", 1),
    /** The order is REQUESTED; stock holds nothing. */
    ORDER_REQUESTED(Situation.IN_STOCK, "orders.Orders", "create", 3, "exit", 1),
    /** Stock holds the first part; of an order of several, not yet the others. */
    PART_HELD(Situation.IN_STOCK, "stock.Stock", "hold", 4, "exit", 1),
    /** Stock holds all parts; the order is still REQUESTED. */
    PARTS_HELD(Situation.IN_STOCK, "orders.Fulfilment", "settle", 4, "enter", 1),
    /** The order is RELEASED and its events are in its outbox; the relay was not woken. */
    RELEASE_WRITTEN(Situation.IN_STOCK, Chassis.RELAY, "committed", 4, "enter", 1),
    /** The same, and the relay was woken. */
    RELEASED(Situation.IN_STOCK, "orders.Fulfilment", "settle", 4, "exit", 1),
    /** All is done; the authorisation's record is not acknowledged. */
    RELEASE_UNACKNOWLEDGED(Situation.IN_STOCK, "orders.OpenOrder", "authorised", 1, "exit", 1),

    /** Stock was asked and lacks a part; the order is still REQUESTED. */
    PART_MISSING(Situation.OUT_OF_STOCK, "orders.Fulfilment", "settle", 4, "enter", 1),
    /** The order is BACKORDERED; stock was not asked again since. */
    BACKORDERED(Situation.OUT_OF_STOCK, "orders.Fulfilment", "settle", 4, "exit", 1),
    /** Stock was asked again; its second answer is not written. */
    ASKED_AGAIN(Situation.OUT_OF_STOCK, "orders.Fulfilment", "settle", 4, "enter", 2),
    /** All is done; the authorisation's record is not acknowledged. */
    BACKORDER_UNACKNOWLEDGED(Situation.OUT_OF_STOCK, "orders.OpenOrder", "authorised", 1, "exit", 1),

    /** The receipt is written; stock does not count it. */
    RECEIPT_WRITTEN(Situation.RESTOCK, "stock.BookReceipt", "count", 1, "enter", 1),
    /** Stock counts it; the receipt does not say so. */
    RECEIPT_COUNTED(Situation.RESTOCK, "stock.Stock", "receive", 4, "exit", 1),
    /** The receipt says so; nobody who waits was woken. */
    RECEIPT_MARKED(Situation.RESTOCK, "stock.WakeWaiting", "wake", 2, "enter", 1),
    /** Stock holds a part for the first who waits; the order is still BACKORDERED. */
    WAITER_HELD(Situation.RESTOCK, "stock.Stock", "hold", 4, "exit", 1),
    /** The first who waits is RELEASED; the next was not served. */
    WAITER_RELEASED(Situation.RESTOCK, "orders.Fulfilment", "settle", 4, "exit", 1),
    /** Those who wait were served; the mark to wake them stands. */
    WAITERS_SERVED(Situation.RESTOCK, "stock.Stock", "woken", 1, "enter", 1),
    /** The mark is gone; the warehouse has no answer. */
    WAITERS_WOKEN(Situation.RESTOCK, "stock.Stock", "woken", 1, "exit", 1),

    /** The order is DISPATCHED; stock still has the parts on hand, reserved. */
    DISPATCHED(Situation.DISPATCH, "stock.Stock", "take", 3, "enter", 1),
    /** A part has left stock; the order does not say so. */
    PART_TAKEN(Situation.DISPATCH, "stock.Stock", "take", 3, "exit", 1),
    /** The order says that its parts have left. */
    STOCK_TAKEN(Situation.DISPATCH, "orders.Fulfilment", "takeFromStock", 2, "exit", 1),

    /** A late duplicate of a reservation was found; stock holds it still. */
    DUPLICATE_FOUND(Situation.LATE_DUPLICATE, "orders.Fulfilment", "giveBack", 2, "enter", 1),
    /** Stock has it back; those who wait were not served. */
    DUPLICATE_GIVEN_BACK(Situation.LATE_DUPLICATE, "stock.Stock", "giveBack", 3, "exit", 1);

    /** What has to go on for a step to be reached. */
    public enum Situation {
        /** A claim is authorised, and its parts are there. */
        IN_STOCK,
        /** A claim is authorised, and a part of it is not there. */
        OUT_OF_STOCK,
        /** Goods come in for which an order waits. */
        RESTOCK,
        /** A carrier accepts a shipment. */
        DISPATCH,
        /** A process that was frozen while it reserved wakes after the parts have left. */
        LATE_DUPLICATE
    }

    private static final class Chassis {
        static final String RELAY = "dev.aftersales.chassis.outbox.OutboxRelay";
    }

    private final Situation situation;
    private final Target target;
    private final String at;
    private final int nth;

    StockStep(Situation situation, String className, String method, int parameters, String at, int nth) {
        this.situation = situation;
        this.target = Target.of(
                className.startsWith("dev.") ? className : "dev.aftersales.logistics." + className, method, parameters);
        this.at = at;
        this.nth = nth;
    }

    public Situation situation() {
        return situation;
    }

    /**
     * The specification of a crash at this step, the first time that it is reached after a file is there.
     *
     * @param file where the hit is told
     * @param when the file whose making arms it
     */
    public String crash(Path file, Path when) {
        return "crash-at:class=%s:method=%s:parameters=%d:at=%s:nth=%d:when=%s:file=%s"
                .formatted(
                        target.className(), target.method(), target.parameters().orElseThrow(), at, nth, when, file);
    }
}
