package dev.aftersales.logistics.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came in, as the warehouse booked them. Kept for good: under its reference a receipt counts once.
 *
 * @param lot production lot of all pieces; absent where nobody tells it
 * @param reference the warehouse's own, unique for the part
 * @param by the person who booked it
 * @param counted whether it is in the stock of the part
 */
record Receipt(
        String vendor,
        String part,
        int quantity,
        @Nullable String lot,
        String reference,
        String by,
        Instant at,
        boolean counted) {

    String id() {
        return vendor + "/" + part + "/" + reference;
    }

    Receipt asCounted() {
        return new Receipt(vendor, part, quantity, lot, reference, by, at, true);
    }
}
