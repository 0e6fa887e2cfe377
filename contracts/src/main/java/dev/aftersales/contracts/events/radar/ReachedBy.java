package dev.aftersales.contracts.events.radar;

/** What made units enough for a batch issue. */
public enum ReachedBy {
    /** A unit was claimed. */
    CLAIM,
    /** A unit that was claimed before came to the others: by a diagnosis, the record of its lot, or its right serial. */
    MOVE,
    /** A policy took effect that asks for fewer. */
    POLICY
}
