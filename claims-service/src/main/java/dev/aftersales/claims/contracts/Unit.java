package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.contracts.events.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit that was sold.
 *
 * @param productionLot if the maker told it
 * @param attributes facts of the unit, by the names that policies give them, for example {@code supply=AGENCY}
 * @param documents papers of the unit alone, for example its invoice or warranty card
 * @param price that the contract names for it, tax as in the contract
 */
public record Unit(
        String serial,
        String model,
        ItemClass itemClass,
        @Nullable String productionLot,
        Map<String, String> attributes,
        List<DatedDocument> documents,
        @Nullable Money price) {

    // A unit that was stored before units had attributes and papers comes back without them.
    @SuppressWarnings("ConstantValue")
    public Unit {
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        documents = documents == null ? List.of() : List.copyOf(documents);
    }

    /** The unit with its own papers and those of the shipment that carried it; of one kind, its own counts. */
    public UnitFacts facts(Shipment shipment) {
        if (documents.isEmpty()) {
            return new UnitFacts(serial, model, itemClass, attributes, shipment.documents());
        }
        List<DatedDocument> all = new ArrayList<>(documents);
        shipment.documents().stream()
                .filter(paper -> documents.stream().noneMatch(own -> own.kind() == paper.kind()))
                .forEach(all::add);
        return new UnitFacts(serial, model, itemClass, attributes, all);
    }
}
