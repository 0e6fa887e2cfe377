package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.contracts.Shipment;
import dev.aftersales.claims.contracts.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a contract knows of the units that were asked for. */
final class InstalledBase {

    private final Map<String, UnitFacts> units;

    private InstalledBase(Map<String, UnitFacts> units) {
        this.units = units;
    }

    /** One walk over the contract, which may hold far more units than are wanted; without a contract nothing is known. */
    static InstalledBase of(Optional<SalesContract> contract, Set<String> wanted) {
        Map<String, UnitFacts> found = new HashMap<>();
        contract.ifPresent(known -> {
            for (Shipment shipment : known.shipments()) {
                for (Unit unit : shipment.units()) {
                    if (wanted.contains(unit.serial())) {
                        found.putIfAbsent(
                                unit.serial(),
                                new UnitFacts(unit.serial(), unit.model(), unit.itemClass(), shipment.documents()));
                    }
                }
            }
        });
        return new InstalledBase(found);
    }

    /** The unit of that serial, if the contract has it and it is of another model than the one that is claimed. */
    Optional<UnitFacts> ofAnotherModel(String serial, String model) {
        return unit(serial).filter(unit -> !unit.model().equals(model));
    }

    /** Whether the contract has the unit of that serial, and as one of that model. */
    boolean isOfModel(String serial, String model) {
        return unit(serial).filter(unit -> unit.model().equals(model)).isPresent();
    }

    /** The unit of that serial, if the contract has it. */
    Optional<UnitFacts> unit(String serial) {
        return Optional.ofNullable(units.get(serial));
    }
}
