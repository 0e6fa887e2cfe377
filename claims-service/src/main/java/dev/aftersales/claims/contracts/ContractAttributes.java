package dev.aftersales.claims.contracts;

import dev.aftersales.chassis.problems.UnknownName;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.KnownAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds attributes of units and papers of which the contract's policy makes nothing, by name or by value. */
final class ContractAttributes {

    /** A contract of 10,000 units with one slip in each is told of the first so many. */
    private static final int MOST_TOLD = 100;

    private final KnownAttributes known;
    private final List<Map<String, Object>> errors = new ArrayList<>();

    private ContractAttributes(KnownAttributes known) {
        this.known = known;
    }

    /** Each with its field and what is known there, in the order of the body; empty when all are known. */
    static List<Map<String, Object>> unknown(PutContract contract, CompiledPolicy policy) {
        ContractAttributes attributes = new ContractAttributes(KnownAttributes.of(policy.rules()));
        for (int i = 0; i < contract.shipments().size(); i++) {
            PutContract.ShipmentBody shipment = contract.shipments().get(i);
            String field = "shipments[" + i + "]";
            attributes.papers(field, shipment.documents());
            for (int u = 0; u < shipment.units().size(); u++) {
                PutContract.UnitBody unit = shipment.units().get(u);
                attributes.unit(field + ".units[" + u + "]", unit);
            }
        }
        return attributes.errors.stream().limit(MOST_TOLD).toList();
    }

    private void unit(String field, PutContract.UnitBody unit) {
        if (unit.attributes() != null) {
            new TreeMap<>(unit.attributes()).forEach((name, value) -> {
                List<String> values = known.ofUnit().get(name);
                if (values == null) {
                    add(field + ".attributes." + name, name, known.ofUnit().keySet());
                } else if (!values.isEmpty() && !values.contains(value)) {
                    add(field + ".attributes." + name, value, values);
                }
            });
        }
        papers(field, unit.documents());
    }

    private void papers(String field, @Nullable List<PutContract.DocumentBody> papers) {
        for (int i = 0; papers != null && i < papers.size(); i++) {
            Map<String, String> attributes = papers.get(i).attributes();
            if (attributes != null) {
                String place = field + ".documents[" + i + "].attributes.";
                new TreeMap<>(attributes)
                        .keySet().stream()
                                .filter(name -> !known.ofPaper().contains(name))
                                .forEach(name -> add(place + name, name, known.ofPaper()));
            }
        }
    }

    private void add(String field, String named, Collection<String> names) {
        errors.add(UnknownName.error(field, named, names));
    }
}
