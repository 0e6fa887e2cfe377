package dev.aftersales.claims.claims;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened to lines of a claim and that the clocks of policies start or stop with. Of several of one kind on
 * one line the first counts, save {@link #ANSWERED_UNDIAGNOSED} and {@link #DIAGNOSIS_REQUESTED}, which take turns.
 *
 * @param event as packs name it, for example {@code ACK_SENT}
 * @param at business time
 */
public record Milestone(String event, Instant at, List<Integer> lines) {

    /** The claim was sent in (A4.3). */
    static final String CLAIM_RECEIVED = "CLAIM_RECEIVED";

    /** The same, where a policy speaks of faults (E3.3). */
    static final String FAULT_REPORTED = "FAULT_REPORTED";

    /** The acknowledgment was accepted for delivery (A4.3, reading A?4). */
    static final String ACK_SENT = "ACK_SENT";

    /** Somebody, or the fault catalogue, said what is wrong (A4.4). */
    static final String DIAGNOSIS_CONCLUDED = "DIAGNOSIS_CONCLUDED";

    /** The policy answered without that: no diagnosis is waited for, until one is asked for. No clock stops with it. */
    static final String ANSWERED_UNDIAGNOSED = "ANSWERED_UNDIAGNOSED";

    /** After such an answer, as for a quote: what is wrong is to be found out after all. */
    static final String DIAGNOSIS_REQUESTED = "DIAGNOSIS_REQUESTED";

    /** The vendor bears it, and parts are to be sent (A4.5, reading A?5). */
    static final String DECISION_COVERED = "DECISION_COVERED";

    /** The carrier's first acceptance scan (A4.5, reading A?5). */
    static final String CARRIER_ACCEPTED = "CARRIER_ACCEPTED";

    /** The depot may serve it, so that the customer can send it (D4.2a, D4.2b, reading D?7). */
    static final String APPLICATION_ACCEPTED = "APPLICATION_ACCEPTED";

    /** The customer was asked to pay, and nothing goes on before (D2.6). */
    static final String PAYMENT_NOTICE = "PAYMENT_NOTICE";

    /** That payment came (D2.6). */
    static final String PAID = "PAID";

    /** The customer says that the device is on its way (D4.2a). */
    static final String DEVICE_SENT = "DEVICE_SENT";

    /** The warehouse says that the device is there (D4.2b). */
    static final String DEVICE_RECEIVED = "DEVICE_RECEIVED";

    /** A line that had ended for want of the device goes on, and may end anew. No clock starts or stops with it. */
    static final String OPENED_AGAIN = "OPENED_AGAIN";

    /** A person spoke with the customer; an automatic reply is none (E3.3, reading E?8). */
    static final String FIRST_HUMAN_RESPONSE = "FIRST_HUMAN_RESPONSE";

    public Milestone {
        lines = List.copyOf(lines);
    }
}
