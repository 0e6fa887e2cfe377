package dev.aftersales.claims.replays;

import java.time.Instant;

/**
 * A claim that a replay could not compare, because one of the versions came to no verdict on it. It says nothing of the
 * other claims, so the replay goes on.
 *
 * @param detail the reason in words
 */
record Unjudgeable(String vendor, String replay, String claimId, Instant submittedAt, Reason reason, String detail) {

    enum Reason {
        /** The record of the claim, or that of its contract, cannot be read. */
        RECORD_UNREADABLE,
        /** The version that the claim is bound to is gone. */
        OWN_VERSION_UNKNOWN,
        /** The version that the claim is bound to comes to no verdict on it. */
        OWN_VERSION_FAILED,
        /** The replayed version comes to no verdict on it; the claim's own does. */
        REPLAYED_VERSION_FAILED,
        /** Both come to a verdict, and what tells these apart cannot be made out. */
        NOT_COMPARABLE
    }

    /** A claim is listed once in a replay, however often it is met. */
    String id() {
        return replay + "/" + claimId;
    }
}
