package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.UnitFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signed sales contract.
 *
 * @param organisation the customer company that holds it
 * @param entries who entered it, first and last; an entry that changed nothing leaves no trace
 */
public record SalesContract(
        String vendor, String number, String organisation, List<Shipment> shipments, List<ContractEntry> entries) {
    public SalesContract {
        shipments = List.copyOf(shipments);
        entries = List.copyOf(entries);
    }

    /** What the contract knows of the unit with this serial: itself and the papers of the shipment that carried it. */
    public Optional<UnitFacts> unit(String serial) {
        for (Shipment shipment : shipments) {
            for (Unit unit : shipment.units()) {
                if (unit.serial().equals(serial)) {
                    return Optional.of(new UnitFacts(serial, unit.model(), unit.itemClass(), shipment.documents()));
                }
            }
        }
        return Optional.empty();
    }

    List<String> serials() {
        return shipments.stream()
                .flatMap(shipment -> shipment.units().stream())
                .map(Unit::serial)
                .toList();
    }

    /** The same contract with the terms of another entry. */
    SalesContract as(String holder, List<Shipment> shipped, ContractEntry entry) {
        List<ContractEntry> history = new ArrayList<>(entries);
        history.add(entry);
        return new SalesContract(vendor, number, holder, shipped, history);
    }

    boolean says(String holder, List<Shipment> shipped) {
        return organisation.equals(holder) && shipments.equals(shipped);
    }
}
