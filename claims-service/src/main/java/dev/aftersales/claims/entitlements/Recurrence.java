package dev.aftersales.claims.entitlements;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Regular dates after a first day. Each is counted from that day, so that the end of a short month moves none of the
 * later ones (E5.2).
 */
record Recurrence(LocalDate anchor, Period every) {

    /** The first date on or after that day, if it lies inside the window. */
    @Nullable
    LocalDate nextFrom(LocalDate day, Window window) {
        int count = 1;
        LocalDate due = occurrence(count);
        while (due.isBefore(day)) {
            due = occurrence(++count);
        }
        return window.holds(due) ? due : null;
    }

    private LocalDate occurrence(int count) {
        return anchor.plus(every.multipliedBy(count));
    }
}
