package dev.aftersales.claims.adjudication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a unit, as far as cover may depend on it.
 *
 * @param from the first day on which it holds
 * @param until the last day on which it holds; absent where it has no end
 */
public record UnitAgreement(
        String number,
        AgreementKind kind,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Whether it holds on that day, its first and its last included. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
