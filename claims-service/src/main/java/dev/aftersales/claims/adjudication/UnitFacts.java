package dev.aftersales.claims.adjudication;

import java.util.List;

/**
 * What the contract knows of one unit.
 *
 * @param documents of the shipment that carried the unit; may be empty
 */
public record UnitFacts(String serial, String model, ItemClass itemClass, List<DatedDocument> documents) {
    public UnitFacts {
        documents = List.copyOf(documents);
    }
}
