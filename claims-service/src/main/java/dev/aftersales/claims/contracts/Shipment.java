package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.DatedDocument;
import java.util.List;

/**
 * Units that travelled together.
 *
 * @param documents that their term may start from, at most one of each kind
 */
public record Shipment(List<DatedDocument> documents, List<Unit> units) {
    public Shipment {
        documents = List.copyOf(documents);
        units = List.copyOf(units);
    }
}
