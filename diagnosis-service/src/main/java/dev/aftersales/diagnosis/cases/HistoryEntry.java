package dev.aftersales.diagnosis.cases;

import java.time.Instant;

/**
 * What happened to a case.
 *
 * @param at business time
 * @param by the person; or {@link #SUITE} for what nobody decided
 */
record HistoryEntry(Instant at, String by, What what) {

    /** Stands for the suite itself, which no person's id does: it holds a space. */
    static final String SUITE = "the suite";

    enum What {
        REQUESTED,
        LINES_ADDED,
        ANSWERED_BY_CATALOGUE,
        QUEUED,
        TAKEN,
        GIVEN_BACK,
        CONCLUDED
    }
}
