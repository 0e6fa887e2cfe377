package dev.aftersales.claims.claims;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a claim. Entries are appended in the write of the change that they tell of, and never
 * altered: they are the audit of what staff did, too.
 *
 * @param seq from 1, without gaps
 * @param time business time of the fact
 * @param lines that it happened to; empty when it is the whole claim
 * @param clauses behind it
 * @param explanationId of the judgement; absent when there was none
 * @param note a code that tells more, for example the route or the tracking number; never free text
 */
public record TimelineEntry(
        int seq,
        Instant time,
        What what,
        Actor actor,
        List<Integer> lines,
        List<String> clauses,
        @Nullable String explanationId,
        @Nullable String note) {

    public TimelineEntry {
        lines = List.copyOf(lines);
        clauses = List.copyOf(clauses);
    }

    /** What can happen. */
    public enum What {
        SUBMITTED,
        ACKNOWLEDGED,
        EVIDENCE_REQUESTED,
        EVIDENCE_RECEIVED,
        /** A line that waited because of its serial got another one; the note says which for which. */
        SERIAL_CORRECTED,
        ADMITTED_TO_DIAGNOSIS,
        DIAGNOSIS_STARTED,
        DIAGNOSIS_COMPLETED,
        REVIEW_REQUESTED,
        SUSPICION_CONFIRMED,
        SUSPICION_DISMISSED,
        COVERED,
        NOT_COVERED,
        REDIRECTED,
        SERVICE_AUTHORISED,
        /** Covered, by a route whose service has not begun. */
        WAITING_FOR_SERVICE,
        PARTS_BACKORDERED,
        PARTS_RESERVED,
        PARTS_RELEASED,
        PARTS_DISPATCHED,
        DELIVERED,
        CLOSED
    }
}
