package dev.aftersales.logistics.orders;

import java.util.Optional;

/**
 * Names a shipment: the claim, and its number among the claim's shipments from 1. Stable, because stock's reservations go
 * by it.
 */
record ShipmentId(String claim, int number) {

    private static final String BETWEEN = "-S";

    ShipmentId {
        if (claim.isBlank() || number < 1) {
            throw new IllegalArgumentException("a shipment is of a claim and has a number from 1");
        }
    }

    /** The id of that text; empty when it cannot be one. */
    static Optional<ShipmentId> of(String text) {
        int between = text.lastIndexOf(BETWEEN);
        String number = between < 1 ? "" : text.substring(between + BETWEEN.length());
        return number.matches("[1-9][0-9]{0,5}")
                ? Optional.of(new ShipmentId(text.substring(0, between), Integer.parseInt(number)))
                : Optional.empty();
    }

    String text() {
        return claim + BETWEEN + number;
    }
}
