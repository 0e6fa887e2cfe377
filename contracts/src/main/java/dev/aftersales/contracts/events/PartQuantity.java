package dev.aftersales.contracts.events;

/**
 * So many of a spare part.
 *
 * @param part the vendor's part number
 * @param quantity at least 1
 */
public record PartQuantity(String part, int quantity) {
    public PartQuantity {
        if (part.isBlank()) {
            throw new IllegalArgumentException("part number is blank");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is at least 1");
        }
    }
}
