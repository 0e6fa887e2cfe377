package dev.aftersales.claims.tariffs;

/** What one price is for. */
public enum Unit {
    PIECE,
    HOUR,
    /** The line of the claim as a whole, however long it takes. */
    CASE
}
