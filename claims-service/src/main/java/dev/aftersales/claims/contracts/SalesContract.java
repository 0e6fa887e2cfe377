package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.UnitFacts;
import java.util.List;
import java.util.Optional;

/**
 * A signed sales contract.
 *
 * @param organisation the customer company that holds it
 */
public record SalesContract(String vendor, String number, String organisation, List<Shipment> shipments) {
    public SalesContract {
        shipments = List.copyOf(shipments);
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
}
