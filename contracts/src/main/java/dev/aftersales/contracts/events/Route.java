package dev.aftersales.contracts.events;

/** How a line is served (design, section 3). */
public enum Route {
    REMOTE_SUPPORT,
    PARTS,
    DEPOT_REPAIR,
    ON_SITE,
    REPLACEMENT,
    MANUFACTURER,
    /** The goods go back and the price with them (B1.2). */
    REFUND
}
