package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.ItemClass;
import org.jspecify.annotations.Nullable;

/**
 * One unit that was sold.
 *
 * @param productionLot if the maker told it
 */
public record Unit(
        String serial,
        String model,
        ItemClass itemClass,
        @Nullable String productionLot) {}
