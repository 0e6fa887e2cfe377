package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.contracts.events.PartQuantity;

/**
 * A spare part that cures a fault of one unit.
 *
 * @param part the vendor's part number
 * @param quantity pieces for one unit, at least 1
 * @param value of one piece
 */
public record CataloguePart(String part, int quantity, Money value) {

    public CataloguePart {
        if (part.isBlank()) {
            throw new IllegalArgumentException("part number is blank");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is at least 1");
        }
    }

    /** What these pieces are worth together. */
    Money total() {
        return value.times(quantity);
    }

    /** These parts for so many units; as many as can be counted, where a claim says more. */
    PartQuantity forUnits(int units) {
        return new PartQuantity(part, (int) Math.min(Integer.MAX_VALUE, (long) quantity * units));
    }
}
