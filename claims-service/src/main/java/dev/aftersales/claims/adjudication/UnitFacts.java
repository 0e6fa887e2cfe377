package dev.aftersales.claims.adjudication;

import java.util.List;
import java.util.Map;

/**
 * What the vendor's records know of one unit.
 *
 * @param attributes facts of the unit, by the names that policies give them, for example {@code supply=AGENCY}
 * @param documents of the shipment that carried the unit, and of the unit itself; may be empty
 * @param agreements about the unit, past and future included; may be empty
 */
public record UnitFacts(
        String serial,
        String model,
        ItemClass itemClass,
        Map<String, String> attributes,
        List<DatedDocument> documents,
        List<UnitAgreement> agreements) {
    public UnitFacts {
        attributes = Map.copyOf(attributes);
        documents = List.copyOf(documents);
        agreements = List.copyOf(agreements);
    }

    /** A unit about which nothing is agreed. */
    public UnitFacts(
            String serial,
            String model,
            ItemClass itemClass,
            Map<String, String> attributes,
            List<DatedDocument> documents) {
        this(serial, model, itemClass, attributes, documents, List.of());
    }

    /** A unit of which nothing more is known. */
    public UnitFacts(String serial, String model, ItemClass itemClass, List<DatedDocument> documents) {
        this(serial, model, itemClass, Map.of(), documents);
    }

    /** The same unit with what is agreed about it. */
    public UnitFacts with(List<UnitAgreement> agreed) {
        return new UnitFacts(serial, model, itemClass, attributes, documents, agreed);
    }

    /** The same unit with other papers. */
    UnitFacts withDocuments(List<DatedDocument> papers) {
        return new UnitFacts(serial, model, itemClass, attributes, papers, agreements);
    }
}
