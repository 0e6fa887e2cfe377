package dev.aftersales.claims.claims;

/** The stages that a line can stand at, in the order of the way. A claim stands where its slowest open line stands. */
public enum Stage {
    AWAITING_EVIDENCE,
    IN_REVIEW,
    IN_DIAGNOSIS,
    PAYMENT_AWAITED,
    AUTHORISED,
    BACKORDERED,
    RESERVED,
    RELEASED,
    DISPATCHED,
    DELIVERED,
    QUOTED,
    PARTLY_COVERED,
    NOT_COVERED,
    REDIRECTED,
    EXPIRED
}
