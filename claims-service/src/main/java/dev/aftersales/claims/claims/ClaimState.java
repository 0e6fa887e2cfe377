package dev.aftersales.claims.claims;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a claim stands; never stored as a decision of its own, always derived from its lines. */
public enum ClaimState {
    AWAITING_EVIDENCE,
    IN_REVIEW,
    IN_DIAGNOSIS,
    /** The customer accepted a quote; the service begins with the payment. */
    PAYMENT_AWAITED,
    AUTHORISED,
    BACKORDERED,
    RESERVED,
    RELEASED,
    DISPATCHED,
    DELIVERED,
    /** All that is left waits for the customer's word on a quote. */
    QUOTED,
    /** The policy pays for a part of what is left; the rest waits for the customer's word on a quote. */
    PARTLY_COVERED,
    /** The policy pays for none of the lines that are left; each has a quote route. */
    NOT_COVERED,
    /** The carrier or the insurer answers for all that is left. */
    REDIRECTED,
    CLOSED,
    /** Ended without service, because the customer did not do in time what it begins with (D4.2b). */
    EXPIRED;

    /**
     * The state of a claim with these lines: where its slowest line stands. Lines that the policy does not pay for hold
     * nothing up, so they show only when no other line is on its way.
     */
    static ClaimState of(List<ClaimLine> lines, boolean closed) {
        if (closed) {
            boolean expired = lines.stream().allMatch(line -> line.state() instanceof LineState.Expired);
            return expired ? EXPIRED : CLOSED;
        }
        @Nullable
        Stage slowest = lines.stream()
                .map(line -> line.state().stage())
                .filter(stage -> stage != Stage.DELIVERED && stage != Stage.EXPIRED)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return slowest == null ? DELIVERED : ofStage(slowest);
    }

    private static ClaimState ofStage(Stage stage) {
        return switch (stage) {
            case AWAITING_EVIDENCE -> AWAITING_EVIDENCE;
            case IN_REVIEW -> IN_REVIEW;
            case IN_DIAGNOSIS -> IN_DIAGNOSIS;
            case PAYMENT_AWAITED -> PAYMENT_AWAITED;
            case AUTHORISED -> AUTHORISED;
            case BACKORDERED -> BACKORDERED;
            case RESERVED -> RESERVED;
            case RELEASED -> RELEASED;
            case DISPATCHED -> DISPATCHED;
            case DELIVERED -> DELIVERED;
            case QUOTED -> QUOTED;
            case PARTLY_COVERED -> PARTLY_COVERED;
            case NOT_COVERED -> NOT_COVERED;
            case REDIRECTED -> REDIRECTED;
            case EXPIRED -> EXPIRED;
        };
    }
}
