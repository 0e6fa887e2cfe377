package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.contracts.Shipment;
import dev.aftersales.claims.contracts.Unit;
import dev.aftersales.contracts.PrintedCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a contract knows of the units that were asked for. */
final class InstalledBase {

    /** Of a claim that has no contract. */
    static final InstalledBase NOTHING = new InstalledBase(false, ContractTerms.NONE, Map.of());

    private final boolean known;
    private final ContractTerms terms;
    private final Map<String, UnitFacts> units;

    private InstalledBase(boolean known, ContractTerms terms, Map<String, UnitFacts> units) {
        this.known = known;
        this.terms = terms;
        this.units = units;
    }

    /** One walk over the contract, which may hold far more units than are wanted; without a contract nothing is known. */
    static InstalledBase of(Optional<SalesContract> contract, Set<String> wanted) {
        return of(contract, wanted::contains, List.of());
    }

    /** The same, with what was agreed about the units of the contract. */
    static InstalledBase of(Optional<SalesContract> contract, Set<String> wanted, List<Agreement> agreements) {
        return of(contract, wanted::contains, agreements);
    }

    /** All that the contract knows, with what was agreed about its units. */
    static InstalledBase of(Optional<SalesContract> contract, List<Agreement> agreements) {
        return of(contract, serial -> true, agreements);
    }

    private static InstalledBase of(
            Optional<SalesContract> contract, Predicate<String> wanted, List<Agreement> agreements) {
        if (contract.isEmpty()) {
            return NOTHING;
        }
        Map<String, UnitFacts> found = new HashMap<>();
        for (Shipment shipment : contract.get().shipments()) {
            for (Unit unit : shipment.units()) {
                if (wanted.test(unit.serial())) {
                    found.computeIfAbsent(unit.serial(), serial -> agreed(unit.facts(shipment), agreements));
                }
            }
        }
        return new InstalledBase(true, contract.get().terms(), found);
    }

    private static UnitFacts agreed(UnitFacts unit, List<Agreement> agreements) {
        return agreements.isEmpty()
                ? unit
                : unit.with(agreements.stream()
                        .filter(agreement -> agreement.isAbout(unit.serial()))
                        .map(Agreement::ofUnit)
                        .toList());
    }

    /** Whether there is a contract. */
    boolean isKnown() {
        return known;
    }

    /** What the contract says beside the policy. */
    ContractTerms terms() {
        return terms;
    }

    /** What it takes to keep it, in units. */
    int weight() {
        return units.size() + 1;
    }

    /** The unit of that serial, if the contract has it and it is of another model than the one that is claimed. */
    Optional<UnitFacts> ofAnotherModel(String serial, String model) {
        return unit(serial).filter(unit -> !isOf(unit, model));
    }

    /** Whether the contract has the unit of that serial, and as one of that model. */
    boolean isOfModel(String serial, String model) {
        return unit(serial).filter(unit -> isOf(unit, model)).isPresent();
    }

    /** Contracts that were entered before models had one form keep what was written. */
    private static boolean isOf(UnitFacts unit, String model) {
        return PrintedCode.of(unit.model()).equals(PrintedCode.of(model));
    }

    /** The unit of that serial, if the contract has it. */
    Optional<UnitFacts> unit(String serial) {
        return Optional.ofNullable(units.get(serial));
    }
}
