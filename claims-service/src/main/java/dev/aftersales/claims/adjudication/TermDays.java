package dev.aftersales.claims.adjudication;

import java.time.LocalDate;
import java.time.Period;

/** Counts terms in days of the policy's zone: inclusive, and clamped to the end of a shorter month. */
final class TermDays {

    private TermDays() {}

    /** The last day of cover. */
    static LocalDate lastDay(LocalDate anchor, Period term) {
        return anchor.plus(term);
    }

    /** The earliest anchor whose term would still have covered that day. */
    static LocalDate earliestAnchor(LocalDate claimed, Period term) {
        LocalDate anchor = claimed.minus(term);
        // Counting back was clamped when counting forth from there falls short of the day.
        while (lastDay(anchor, term).isBefore(claimed)) {
            anchor = anchor.plusDays(1);
        }
        return anchor;
    }
}
