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
        /** The vendor bears a part; the rest waits for the customer's word on a quote. */
        PARTLY_COVERED,
        NOT_COVERED,
        REDIRECTED,
        /** A person granted more than the verdict does; the note says what. */
        GOODWILL_GRANTED,
        /** The customer contests the clauses that the entry names; the note says which dispute it is. */
        COVERAGE_DISPUTED,
        DISPUTE_UPHELD,
        DISPUTE_REJECTED,
        /** A person looked at a paper that came with the claim; the note says at which, and what it is like. */
        DOCUMENT_EXAMINED,
        /** By what a person found of a paper these lines would be answered otherwise, but they are agreed or served. */
        EXAMINED_TOO_LATE,
        SERVICE_AUTHORISED,
        /** Covered, by a route whose service has not begun. */
        WAITING_FOR_SERVICE,
        /** The customer would like to know what it costs. */
        QUOTE_REQUESTED,
        /** The quote that the customer asked for waits for a person; the note says what has no price, and why. */
        QUOTE_UNPRICED,
        QUOTE_ISSUED,
        QUOTE_ACCEPTED,
        QUOTE_REFUSED,
        QUOTE_EXPIRED,
        /** Another quote, or another decision on one of its lines, stands in its place. */
        QUOTE_REPLACED,
        PAYMENT_RECEIVED,
        /** It came before the acceptance, and counts with it. */
        PAYMENT_HELD,
        /** The note says which payment, of how much, and why it pays for nothing. */
        PAYMENT_NOT_APPLIED,
        /** A person settled by hand what paid for nothing; the note says which payment. */
        PAYMENT_SETTLED,
        PARTS_BACKORDERED,
        PARTS_RESERVED,
        PARTS_RELEASED,
        PARTS_DISPATCHED,
        DELIVERED,
        /** The customer says that the device is on its way; the note says since when, where that was said afterwards. */
        DEVICE_SENT,
        /** The warehouse says that the device is there; the note says since when, where that was said afterwards. */
        DEVICE_RECEIVED,
        /** A person spoke with the customer; the note says when, where that was said afterwards. */
        CUSTOMER_ANSWERED,
        /** The customer was reminded of what only the customer can do; the note says which time that was. */
        REMINDED,
        /** What the clause promises has come to its target; the note says what would keep it. */
        DEADLINE_WARNED,
        /** What the clause promises was not done in time; the note says what would have kept it. */
        DEADLINE_BREACHED,
        /** It is still not done after its limit, and others were told; the note says what is awaited, and which step it is. */
        DEADLINE_ESCALATED,
        /** The lines would have ended, and what is under way holds that off; the note says what is awaited (D?6). */
        CLOSING_HELD,
        /** The lines ended, because the customer did not do in time what the service begins with (D4.2b). */
        EXPIRED,
        /** What a person decides of these lines is decided of others of a batch issue, too; the note says by which order. */
        DECIDED_IN_BULK,
        /** Lines count in a batch issue (A4.7); the note says in which. */
        BATCH_ISSUE_LINKED,
        /** Lines count in a batch issue no more; the note says in which. */
        BATCH_ISSUE_LEFT,
        /** A person closed the batch issue in which lines count; the note says which, and as what. */
        BATCH_ISSUE_CLOSED,
        CLOSED
    }
}
