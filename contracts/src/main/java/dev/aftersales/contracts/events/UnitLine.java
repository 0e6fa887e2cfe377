package dev.aftersales.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * A line of a claim: one unit, or a quantity of units that have no serial.
 *
 * @param line the number of the line in its claim, from 1
 * @param serial of the unit; absent when the line is a quantity
 * @param quantity of units; 1 when there is a serial
 */
public record UnitLine(int line, @Nullable String serial, int quantity) {
    public UnitLine {
        if (line < 1) {
            throw new IllegalArgumentException("lines start at 1");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is at least 1");
        }
        if (serial != null && quantity != 1) {
            throw new IllegalArgumentException("a line with a serial is one unit");
        }
    }
}
