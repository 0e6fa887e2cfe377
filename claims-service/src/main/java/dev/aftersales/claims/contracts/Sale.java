package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.ItemClass;
import org.jspecify.annotations.Nullable;

/**
 * How a unit was sold.
 *
 * @param contract number of the contract
 * @param organisation the customer company that holds it
 * @param productionLot if the maker told it
 */
public record Sale(
        String contract,
        String organisation,
        String model,
        ItemClass itemClass,
        @Nullable String productionLot) {}
