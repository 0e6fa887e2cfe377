package dev.aftersales.chassis.deadlines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Promises are kept or broken by whole seconds; parts of a second count for nobody. */
final class WholeSeconds {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    private WholeSeconds() {}

    /** @throws IllegalArgumentException outside of the years that a calendar can hold: reckonings end */
    static Instant of(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("an instant lies in the years from 1970 to 2999, not at " + instant);
        }
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
