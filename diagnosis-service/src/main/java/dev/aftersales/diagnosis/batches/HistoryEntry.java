package dev.aftersales.diagnosis.batches;

import java.time.Instant;

/**
 * What happened to a batch issue. Growth is no entry: it may come each second.
 *
 * @param at business time
 * @param by the person; or {@link #SUITE} for what nobody decided
 */
record HistoryEntry(Instant at, String by, What what) {

    /** Stands for the suite itself, which no person's id does: it holds a space. */
    static final String SUITE = "the suite";

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
