package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.TermOfUnit;
import dev.aftersales.claims.adjudication.UnitStanding;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.Agreements;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.contracts.Shipment;
import dev.aftersales.claims.contracts.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The time for which maintenance can be paid: after the free term of every unit (E6.1), and no day of a unit twice, because
 * two fees for one year would be more than the cap of one.
 */
@Component
class MaintenanceTime {

    private final Agreements agreements;

    MaintenanceTime(Agreements agreements) {
        this.agreements = agreements;
    }

    /** Whether a time can be paid for. */
    sealed interface Finding {

        record Free() implements Finding {}

        /** Nobody knows when the term of this unit began, so nobody knows when it ends. */
        record TermUnknown(String serial, String missingItem) implements Finding {}

        /** A unit is still served free of charge. */
        record InTerm(LocalDate lastFreeDay, LocalDate firstPossible) implements Finding {}

        /**
         * Units are maintained in that time already.
         *
         * @param firstPossible the next day from which as long a time is free; empty where the other has no end
         */
        record PaidAlready(String agreement, Optional<LocalDate> firstPossible) implements Finding {}
    }

    /**
     * Looks at one time.
     *
     * @param serials units of the contract
     * @param until the day after the last one
     */
    Finding of(
            CompiledPolicy policy,
            SalesContract contract,
            List<String> serials,
            LocalDate from,
            LocalDate until,
            Instant now) {
        Set<String> wanted = Set.copyOf(serials);
        LocalDate lastFreeDay = LocalDate.MIN;
        for (Shipment shipment : contract.shipments()) {
            for (Unit unit : shipment.units()) {
                if (!wanted.contains(unit.serial())) {
                    continue;
                }
                Optional<TermOfUnit> term = UnitStanding.of(policy, unit.facts(shipment), contract.terms(), null, now)
                        .term();
                if (term.isEmpty()) {
                    return new Finding.TermUnknown(
                            unit.serial(), policy.rules().term().missingItem());
                }
                LocalDate last = term.get().lastDay();
                lastFreeDay = last.isAfter(lastFreeDay) ? last : lastFreeDay;
            }
        }
        List<Agreement> paid = agreements.ofContracts(contract.vendor(), List.of(contract.number())).stream()
                .filter(agreement -> agreement.kind() == AgreementKind.PAID_YEAR)
                .filter(agreement -> agreement.isAboutAny(serials))
                .toList();
        long days = ChronoUnit.DAYS.between(from, until);
        if (!from.isAfter(lastFreeDay)) {
            LocalDate next = lastFreeDay.plusDays(1);
            return new Finding.InTerm(lastFreeDay, firstFree(paid, next, days).orElse(next));
        }
        return paid.stream()
                .filter(agreement -> agreement.holdsBetween(from, until.minusDays(1)))
                .findFirst()
                .<Finding>map(agreement -> new Finding.PaidAlready(agreement.number(), firstFree(paid, from, days)))
                .orElseGet(Finding.Free::new);
    }

    /** The first day on or after that one from which so many days meet no agreement. */
    private static Optional<LocalDate> firstFree(List<Agreement> paid, LocalDate from, long days) {
        LocalDate first = from;
        while (true) {
            LocalDate candidate = first;
            Optional<Agreement> met = paid.stream()
                    .filter(agreement -> agreement.holdsBetween(candidate, candidate.plusDays(days - 1)))
                    .findFirst();
            if (met.isEmpty()) {
                return Optional.of(candidate);
            }
            LocalDate last = met.get().until();
            if (last == null) {
                return Optional.empty();
            }
            first = last.plusDays(1);
        }
    }
}
