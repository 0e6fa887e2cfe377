package dev.aftersales.claims.claims;

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
        Kind kind,
        @Nullable Integer number,
        Instant at,
        List<Integer> lines) {

    /** What there is to set off. */
    public enum Kind {
        /** The customer is reminded of what only the customer can do. */
        REMINDER,
        /** The target has come. */
        TARGET,
        /** The limit is over. */
        BREACH,
        /** The limit is over, it is still not done, and is put before others. */
        ESCALATION,
        /** The lines would have ended, and what is under way holds that off (D?6). */
        HOLD,
        /** What the customer was to do was not done, and the line ends (D4.2b). */
        EXPIRY
    }

    public Fired {
        lines = List.copyOf(lines);
    }
}
