package dev.aftersales.endtoend.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request of a caller.
 *
 * @param what {@code evidence} or {@code claim}
 * @param key under which the caller repeats it until he knows the outcome
 * @param serial of the unit that is claimed; the claim is known by it, whatever its id
 * @param status of the answer; 0 when there was none
 * @param retryAfter whether the answer said when to come again
 * @param outcome absent when the ledger ends before it
 */
public record Attempt(
        String what,
        String key,
        String serial,
        Instant begun,
        Duration took,
        int status,
        boolean retryAfter,
        @Nullable Outcome outcome) {

    /** When the answer was there. */
    public Instant ended() {
        return begun.plus(took);
    }

    /** Whether any part of it fell into that time. */
    public boolean during(Instant from, Instant to) {
        return !ended().isBefore(from) && !begun.isAfter(to);
    }
}
