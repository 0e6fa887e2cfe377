package dev.aftersales.chassis.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wait that costs nobody's promise, as the customer's for an answer (A?6, B?3, C?7). Instants are cut to whole seconds.
 *
 * @param by what it waits for, a code
 * @param from its first second
 * @param to the first second after it; absent while it lasts
 */
public record Pause(String by, Instant from, @Nullable Instant to) {

    /** @throws IllegalArgumentException if it ends before it starts, or outside of 1970 to 2999 */
    public Pause {
        from = WholeSeconds.of(from);
        to = to == null ? null : WholeSeconds.of(to);
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the pause " + by + " ends at " + to + ", before it starts at " + from);
        }
    }

    public boolean lasts() {
        return to == null;
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }
}
