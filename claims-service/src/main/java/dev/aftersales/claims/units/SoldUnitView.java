package dev.aftersales.claims.units;

import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.contracts.Sale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit in a list of those that were sold.
 *
 * @param productionLot if the maker told it
 * @param contract number of the contract under which it was sold
 * @param organisation the customer company that holds it
 */
record SoldUnitView(
        String serial,
        String model,
        ItemClass itemClass,
        @Nullable String productionLot,
        String contract,
        String organisation) {

    /** Empty for a unit that no contract has. */
    static Optional<SoldUnitView> of(UnitRecord unit) {
        return Optional.ofNullable(unit.sale()).map(sale -> of(unit.serial(), sale));
    }

    private static SoldUnitView of(String serial, Sale sale) {
        return new SoldUnitView(
                serial, sale.model(), sale.itemClass(), sale.productionLot(), sale.contract(), sale.organisation());
    }
}
