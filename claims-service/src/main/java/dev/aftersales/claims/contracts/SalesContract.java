package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.policies.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 */
public record SalesContract(
        String vendor,
        String number,
        String organisation,
        List<Shipment> shipments,
        ContractTerms terms,
        @Nullable String policyVersion,
        List<ContractEntry> entries) {

    // A contract that was stored before contracts had terms of their own comes back without them.
    @SuppressWarnings("ConstantValue")
    public SalesContract {
        shipments = List.copyOf(shipments);
        terms = terms == null ? ContractTerms.NONE : terms;
        entries = List.copyOf(entries);
    }

    /** A contract as it was signed. */
    static SalesContract signed(String vendor, String number, SignedTerms signed, List<ContractEntry> entries) {
        return new SalesContract(
                vendor,
                number,
                signed.organisation(),
                signed.shipments(),
                signed.terms(),
                signed.policyVersion(),
                entries);
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

    /** Those of these serials that no unit of the contract has. */
    public List<String> without(List<String> wanted) {
        Set<String> known = Set.copyOf(serials());
        return wanted.stream().filter(serial -> !known.contains(serial)).toList();
    }

    /** Whether it had been entered by then, in whatever words. */
    boolean isEnteredBy(Instant then) {
        return !entries.isEmpty() && !entries.getFirst().at().isAfter(then);
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
        return signed(vendor, number, keeping(signed), history);
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
