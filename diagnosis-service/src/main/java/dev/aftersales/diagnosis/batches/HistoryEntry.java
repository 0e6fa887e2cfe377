package dev.aftersales.diagnosis.batches;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a batch issue. Growth is no entry: it may come each second.
 *
 * @param at business time
 * @param by the person; or {@link #SUITE} for what nobody decided
 * @param after so long after the plan's clock began; absent of what that clock did not set off
 */
record HistoryEntry(
        Instant at, String by, What what, @Nullable Duration after) {

    /** Stands for the suite itself, which no person's id does: it holds a space. */
    static final String SUITE = "the suite";

    static HistoryEntry of(Instant at, String by, What what) {
        return new HistoryEntry(at, by, what, null);
    }

    enum What {
        DETECTED,
        /** By a claim that was heard late: the plan's time counts from an earlier moment than was told. */
        REACHED_SOONER,
        PLAN_WARNED,
        PLAN_OVERDUE,
        PLAN_INITIATED,
        CONTAINED,
        RESOLVED
    }
}
