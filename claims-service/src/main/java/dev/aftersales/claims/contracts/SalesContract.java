package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.policies.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signed sales contract.
 *
 * @param organisation the customer company that holds it
 * @param terms what it says beside the policy
 * @param policyVersion that it names as the one that it was signed under; absent when that is whichever was in force when
 *     it was entered first
 * @param entries who entered it, first and last; an entry that changed nothing leaves no trace
 * @param untold serials of units that it has, or had, and of which the installed base does not know yet what it says now;
 *     absent where nobody kept that: then all of its own
 */
public record SalesContract(
        String vendor,
        String number,
        String organisation,
        List<Shipment> shipments,
        ContractTerms terms,
        @Nullable String policyVersion,
        List<ContractEntry> entries,
        @Nullable List<String> untold) {

    // A contract that was stored before contracts had terms of their own comes back without them.
    @SuppressWarnings("ConstantValue")
    public SalesContract {
        shipments = List.copyOf(shipments);
        terms = terms == null ? ContractTerms.NONE : terms;
        entries = List.copyOf(entries);
        untold = untold == null ? null : List.copyOf(untold);
    }

    /** A contract as it was signed first. */
    static SalesContract signed(String vendor, String number, SignedTerms signed, ContractEntry entry) {
        return signed(vendor, number, signed, List.of(entry), null).telling(Set.of());
    }

    private static SalesContract signed(
            String vendor,
            String number,
            SignedTerms signed,
            List<ContractEntry> entries,
            @Nullable List<String> untold) {
        return new SalesContract(
                vendor,
                number,
                signed.organisation(),
                signed.shipments(),
                signed.terms(),
                signed.policyVersion(),
                entries,
                untold);
    }

    /** The same, with these untold and all of its own of which that was not kept. */
    private SalesContract telling(Set<String> more) {
        Set<String> all = new LinkedHashSet<>(untold == null ? serials() : untold);
        all.addAll(more);
        return new SalesContract(
                vendor, number, organisation, shipments, terms, policyVersion, entries, List.copyOf(all));
    }

    /** The same, with nothing left to tell. */
    SalesContract told() {
        return new SalesContract(vendor, number, organisation, shipments, terms, policyVersion, entries, List.of());
    }

    /**
     * The policy version that it is bound to, and whatever is accepted under it: a later version does not govern a contract
     * of before (A6.2, reading R-A13). Empty where the vendor has no policy in force.
     */
    public Optional<CompiledPolicy> policy(Policies policies) {
        return entries.isEmpty()
                ? policies.current(vendor)
                : policies.binding(vendor, policyVersion, entries.getFirst().at());
    }

    /** What the contract knows of the unit with this serial: itself, its papers and those of its shipment. */
    public Optional<UnitFacts> unit(String serial) {
        for (Shipment shipment : shipments) {
            for (Unit unit : shipment.units()) {
                if (unit.serial().equals(serial)) {
                    return Optional.of(unit.facts(shipment));
                }
            }
        }
        return Optional.empty();
    }

    /** The production lot of the unit with this serial; empty where the maker did not tell it. */
    public Optional<String> productionLot(String serial) {
        return shipments.stream()
                .flatMap(shipment -> shipment.units().stream())
                .filter(unit -> unit.serial().equals(serial))
                .findFirst()
                .map(Unit::productionLot);
    }

    /** Those of these serials that no unit of the contract has. */
    public List<String> without(List<String> wanted) {
        Set<String> known = Set.copyOf(serials());
        return wanted.stream().filter(serial -> !known.contains(serial)).toList();
    }

    /** Whether it had been entered by then, in whatever words. */
    boolean isEnteredBy(Instant then) {
        return !entries.isEmpty() && !entries.getFirst().at().isAfter(then);
    }

    /** What it says of the sale of each of its units, by serial, in the order of the contract. */
    public Map<String, Sale> sales() {
        Map<String, Sale> sales = new LinkedHashMap<>();
        for (Shipment shipment : shipments) {
            for (Unit unit : shipment.units()) {
                sales.put(
                        unit.serial(),
                        new Sale(number, organisation, unit.model(), unit.itemClass(), unit.productionLot()));
            }
        }
        return sales;
    }

    /** Serials of units of which the installed base does not know yet what the contract says, or that it has them no more. */
    public List<String> unitsToTell() {
        return untold == null ? serials() : untold;
    }

    /** How often it was entered: what it says under a higher number is later. */
    public int entry() {
        return entries.size();
    }

    /** When it was entered last. */
    public Instant enteredAt() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getLast().at();
    }

    /** Those of its units, in the order of the contract. */
    public List<String> serials() {
        return shipments.stream()
                .flatMap(shipment -> shipment.units().stream())
                .map(Unit::serial)
                .toList();
    }

    /** The models of its units, each once. */
    List<String> models() {
        return shipments.stream()
                .flatMap(shipment -> shipment.units().stream())
                .map(Unit::model)
                .distinct()
                .toList();
    }

    /** The same contract as it was signed anew; the version that it named stays where the new words name none. */
    SalesContract as(SignedTerms signed, ContractEntry entry) {
        List<ContractEntry> history = new ArrayList<>(entries);
        history.add(entry);
        SalesContract after = signed(vendor, number, keeping(signed), history, unitsToTell());
        return after.telling(saysOtherwise(after));
    }

    /** Serials of units that are sold otherwise, or not at all, by one of the two. */
    private Set<String> saysOtherwise(SalesContract other) {
        Map<String, Sale> here = sales();
        Map<String, Sale> there = other.sales();
        Set<String> all = new LinkedHashSet<>(here.keySet());
        all.addAll(there.keySet());
        all.removeIf(serial -> Objects.equals(here.get(serial), there.get(serial)));
        return all;
    }

    boolean says(SignedTerms signed) {
        return keeping(signed).equals(new SignedTerms(organisation, shipments, terms, policyVersion));
    }

    private SignedTerms keeping(SignedTerms signed) {
        return signed.policyVersion() == null
                ? new SignedTerms(signed.organisation(), signed.shipments(), signed.terms(), policyVersion)
                : signed;
    }
}
