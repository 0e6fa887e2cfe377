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

    /** This window, as far as others that follow without a gap carry it on. */
    Window continuedBy(List<Window> others) {
        Window whole = this;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Window other : others) {
                if (whole.until != null && whole.outlivedBy(other) && other.holds(whole.until.plusDays(1))) {
                    whole = new Window(whole.from, other.until);
                    grown = true;
                }
            }
        }
        return whole;
    }

    private boolean outlivedBy(Window other) {
        return until != null && (other.until == null || other.until.isAfter(until));
    }
}
