package dev.aftersales.claims.claims;

import dev.aftersales.claims.deadlines.Effect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deadline set off, once for each line.
 *
 * @param clause with {@code stop}: which clock of the policy
 * @param stop the event that would have fulfilled it
 * @param number of the reminder, or of the step of the escalation, from 1; absent for anything else
 * @param at business time at which it was due, however late it was found
 */
public record Fired(
        String clause,
        @Nullable String stop,
        Effect kind,
        @Nullable Integer number,
        Instant at,
        List<Integer> lines) {

    public Fired {
        lines = List.copyOf(lines);
    }
}
