package dev.aftersales.logistics.stock;

import java.time.Instant;

/**
 * Goods that came in, as the warehouse booked them. Kept for good: under its reference a receipt counts once.
 *
 * @param reference the warehouse's own, unique for the part
 * @param by the person who booked it
 * @param counted whether it is in the stock of the part
 */
record Receipt(String vendor, String part, int quantity, String reference, String by, Instant at, boolean counted) {

    String id() {
        return vendor + "/" + part + "/" + reference;
    }

    Receipt asCounted() {
        return new Receipt(vendor, part, quantity, reference, by, at, true);
    }
}
