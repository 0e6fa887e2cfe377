package dev.aftersales.claims.units;

import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.UnitFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is shown.
 *
 * @param productionLot if the maker told it
 * @param contract number of the contract under which it was sold
 * @param attributes facts of the unit, by the names that policies give them
 * @param documents papers that its term may start from
 * @param entitlements where it stands what its owner may ask for
 */
record UnitView(
        String serial,
        String vendor,
        String model,
        ItemClass itemClass,
        @Nullable String productionLot,
        String contract,
        String organisation,
        Map<String, String> attributes,
        List<DatedDocument> documents,
        String entitlements) {

    static UnitView of(SoldUnit sold) {
        UnitFacts unit = sold.unit();
        return new UnitView(
                unit.serial(),
                sold.contract().vendor(),
                unit.model(),
                unit.itemClass(),
                sold.contract().productionLot(unit.serial()).orElse(null),
                sold.contract().number(),
                sold.contract().organisation(),
                new TreeMap<>(unit.attributes()),
                unit.documents(),
                "/api/v1/units/" + unit.serial() + "/entitlements");
    }
}
