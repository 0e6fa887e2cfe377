package dev.aftersales.contracts.events.claims;

/** What waits until a quote that was accepted is paid (D2.2c, reading D?4). */
public enum PayBefore {
    /** Nothing is begun. */
    REPAIR,
    /** The unit is repaired, and not sent back. */
    RETURN
}
