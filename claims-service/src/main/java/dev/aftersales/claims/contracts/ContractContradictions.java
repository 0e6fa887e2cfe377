package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.DocumentKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what no single field of a contract can show: each contradiction with its field, its rule and what to do. */
final class ContractContradictions {

    /** Units of one contract; what is beyond it belongs into a second one, for a contract is one document. */
    static final int MOST_UNITS = 10_000;

    private final List<Map<String, String>> found = new ArrayList<>();

    private ContractContradictions() {}

    /** Every contradiction, in the order of the body; empty when there is none. */
    static List<Map<String, String>> in(PutContract contract) {
        ContractContradictions contradictions = new ContractContradictions();
        Map<String, String> fieldOfSerial = new HashMap<>();
        int units = 0;
        for (int i = 0; i < contract.shipments().size(); i++) {
            PutContract.ShipmentBody shipment = contract.shipments().get(i);
            contradictions.checkDocuments("shipments[" + i + "]", shipment);
            contradictions.checkSerials("shipments[" + i + "]", shipment, fieldOfSerial);
            units += shipment.units().size();
        }
        if (units > MOST_UNITS) {
            contradictions.add(
                    "shipments",
                    "most-units",
                    "A contract has at most " + MOST_UNITS + " units, this one has " + units
                            + ". Enter it as several.");
        }
        return contradictions.found;
    }

    private void checkDocuments(String field, PutContract.ShipmentBody shipment) {
        if (shipment.billOfLading() != null && shipment.date() == null) {
            add(field + ".date", "dated", "A bill of lading has a date. Send it as date.");
        }
        if (shipment.billOfLading() == null && shipment.date() != null) {
            add(field + ".billOfLading", "numbered", "The date is that of the bill of lading. Send its number, too.");
        }
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        for (PutContract.DocumentBody document : shipment.allDocuments()) {
            if (!kinds.add(document.kind())) {
                add(
                        field + ".documents",
                        "one-of-a-kind",
                        "The shipment has two papers of the kind " + document.kind() + ". Send the one that counts.");
            }
        }
    }

    private void checkSerials(String shipment, PutContract.ShipmentBody body, Map<String, String> fieldOfSerial) {
        for (int i = 0; i < body.units().size(); i++) {
            String serial = body.units().get(i).serial();
            String field = shipment + ".units[" + i + "].serial";
            String before = fieldOfSerial.putIfAbsent(serial, field);
            if (before != null) {
                add(field, "once", "Serial " + serial + " stands at " + before + " already. Leave one of them out.");
            }
        }
    }

    private void add(String field, String rule, String detail) {
        found.add(Map.of("field", field, "rule", rule, "detail", detail));
    }
}
