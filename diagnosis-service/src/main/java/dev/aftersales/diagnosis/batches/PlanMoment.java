package dev.aftersales.diagnosis.batches;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment at which the clock of an emergency plan sets something off.
 *
 * @param after elapsed time since the clock began
 * @param at the first second in which it is due
 */
record PlanMoment(Kind kind, Duration after, Instant at) {

    enum Kind {
        /** One is reminded. */
        WARNED,
        /** The plan was not started in time. */
        OVERDUE
    }
}
