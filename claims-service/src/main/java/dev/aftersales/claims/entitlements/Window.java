package dev.aftersales.claims.entitlements;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a service is there, both ends included.
 *
 * @param from absent when nothing says since when
 * @param until absent when it has no end
 */
record Window(@Nullable LocalDate from, @Nullable LocalDate until) {

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** This window, with all others that overlap it or follow it without a gap, before and after: together they are one time. */
    Window joinedWith(List<Window> others) {
        Window whole = this;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Window other : others) {
                if (whole.until != null && whole.outlivedBy(other) && other.holds(whole.until.plusDays(1))) {
                    whole = new Window(whole.from, other.until);
                    grown = true;
                }
                if (whole.from != null && whole.begunAfter(other) && other.holds(whole.from.minusDays(1))) {
                    whole = new Window(other.from, whole.until);
                    grown = true;
                }
            }
        }
        return whole;
    }

    private boolean outlivedBy(Window other) {
        return until != null && (other.until == null || other.until.isAfter(until));
    }

    private boolean begunAfter(Window other) {
        return from != null && (other.from == null || other.from.isBefore(from));
    }
}
