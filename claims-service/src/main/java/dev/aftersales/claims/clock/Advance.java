package dev.aftersales.claims.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move of the clock, asked for or done.
 *
 * @param key that the caller named the request by; absent when he did not
 * @param by how far, whole seconds, more than none
 * @param expected offset that the caller took it to start from; absent when he did not say
 * @param from the offset before; zero while it is only asked for
 * @param person who did it
 * @param at machine time
 */
record Advance(
        @Nullable String key, Duration by, @Nullable Duration expected, Duration from, String person, Instant at) {

    Advance {
        if (by.isNegative() || by.isZero() || by.getNano() != 0) {
            throw new IllegalArgumentException("time goes forward by whole seconds, not by " + by);
        }
    }

    /** The same, done from there. */
    Advance from(Duration offset) {
        return new Advance(key, by, expected, offset, person, at);
    }

    /** The offset after it. */
    Duration to() {
        return from.plus(by);
    }

    boolean startsAsToldBy(Advance repeat) {
        return repeat.expected == null || repeat.expected.equals(from);
    }
}
