package dev.aftersales.claims.entitlements;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Regular dates after a first day. Each is counted from that day, so that the end of a short month moves none of the
 * later ones (E5.2).
 *
 * @param after how long after that day the first one is
 */
record Recurrence(LocalDate anchor, Period after, Period every) {

    /** The first date on or after that day; the first of all where there is no day. */
    LocalDate firstFrom(@Nullable LocalDate day) {
        int count = 1;
        LocalDate due = occurrence(count);
        while (day != null && due.isBefore(day)) {
            due = occurrence(++count);
        }
        return due;
    }

    /** The first date on or after that day, if it lies inside the window. */
    @Nullable
    LocalDate nextFrom(LocalDate day, Window window) {
        LocalDate due = firstFrom(day);
        return window.holds(due) ? due : null;
    }

    private LocalDate occurrence(int count) {
        return anchor.plus(after.plus(every.multipliedBy(count - 1)));
    }
}
