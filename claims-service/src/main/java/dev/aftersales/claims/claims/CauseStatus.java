package dev.aftersales.claims.claims;

/** How far the cause of a line is a fact. */
enum CauseStatus {
    /** A technician holds it possible. */
    SUSPECTED,
    /** The fault catalogue takes it for granted; nobody looked. */
    PRESUMED,
    /** A technician established it. */
    CONFIRMED,
    /** A reviewer found that it does not stand against cover. */
    DISMISSED
}
