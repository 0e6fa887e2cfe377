package dev.aftersales.claims.agreements;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.UnitAgreement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that was agreed about the units of one sales contract. Whoever holds the contract holds the agreement.
 *
 * @param serials the units that it is about; none where it is about all that the contract has
 * @param from the first day on which it holds
 * @param until the last day on which it holds; absent where it has no end
 * @param training what was agreed about training; absent where nothing was
 * @param quote id of the maintenance quote that it accepts; absent where it accepts none
 * @param entries who entered it, first and last; an entry that changed nothing leaves no trace
 */
public record Agreement(
        String vendor,
        String number,
        AgreementKind kind,
        String contract,
        List<String> serials,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Training training,
        @Nullable String quote,
        List<AgreementEntry> entries) {

    public Agreement {
        serials = List.copyOf(serials);
        entries = List.copyOf(entries);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("an agreement ends no sooner than it begins");
        }
    }

    /** Whether it is about that unit of its contract. */
    public boolean isAbout(String serial) {
        return serials.isEmpty() || serials.contains(serial);
    }

    /** Whether it is about any of these units of its contract; none stands for all of them. */
    public boolean isAboutAny(List<String> units) {
        return serials.isEmpty() || units.isEmpty() || !Collections.disjoint(serials, Set.copyOf(units));
    }

    /**
     * Whether it holds on any of these days.
     *
     * @param last absent where they have no end
     */
    public boolean holdsBetween(LocalDate first, @Nullable LocalDate last) {
        return (until == null || !first.isAfter(until)) && (last == null || !from.isAfter(last));
    }

    /** Whether it and the other hold on a same day about a same unit of one contract. */
    public boolean meets(Agreement other) {
        return holdsBetween(other.from, other.until)
                && isAboutAny(other.serials)
                && vendor.equals(other.vendor)
                && contract.equals(other.contract);
    }

    /** The agreement as the unit's cover may depend on it. */
    public UnitAgreement ofUnit() {
        return new UnitAgreement(number, kind, from, until);
    }

    /** Whether it holds on that day, its first and its last included. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** The same agreement as another entry has it. */
    Agreement as(Agreement other) {
        List<AgreementEntry> history = new ArrayList<>(entries);
        history.addAll(other.entries);
        return other.with(history);
    }

    boolean says(Agreement other) {
        return with(List.of()).equals(other.with(List.of()));
    }

    private Agreement with(List<AgreementEntry> history) {
        return new Agreement(vendor, number, kind, contract, serials, from, until, training, quote, history);
    }
}
