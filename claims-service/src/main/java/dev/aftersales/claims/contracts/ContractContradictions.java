package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.DocumentKind;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what no single field of a contract can show: each contradiction with its field, its rule and what to do. */
final class ContractContradictions {

    /** Units of one contract; what is beyond it belongs into a second one, for a contract is one document. */
    static final int MOST_UNITS = 10_000;

    /** Half a century: what is beyond it is a slip of the pen. */
    private static final int MOST_MONTHS = 600;

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
            for (int u = 0; u < shipment.units().size(); u++) {
                PutContract.UnitBody unit = shipment.units().get(u);
                if (unit.documents() != null) {
                    contradictions.checkKinds("shipments[" + i + "].units[" + u + "]", "unit", unit.documents());
                }
            }
            contradictions.checkSerials("shipments[" + i + "]", shipment, fieldOfSerial);
            units += shipment.units().size();
        }
        contradictions.checkTerm(contract.terms());
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
        checkKinds(field, "shipment", shipment.allDocuments());
    }

    private void checkKinds(String field, String what, List<PutContract.DocumentBody> documents) {
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        for (PutContract.DocumentBody document : documents) {
            if (!kinds.add(document.kind())) {
                add(
                        field + ".documents",
                        "one-of-a-kind",
                        "The " + what + " has two papers of the kind " + document.kind()
                                + ". Send the one that counts.");
            }
        }
    }

    private void checkTerm(@Nullable TermsBody terms) {
        Period term = terms == null ? null : terms.term();
        if (term != null
                && (term.isNegative() || term.isZero() || term.toTotalMonths() + term.getDays() / 28 > MOST_MONTHS)) {
            add("terms.term", "positive", "A warranty runs for some time, at most " + MOST_MONTHS + " months.");
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
