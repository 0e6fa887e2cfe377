package dev.aftersales.claims.adjudication;

/**
 * By whose word a fact stands.
 *
 * @param id of the person or of the catalogue entry; never a name
 */
public record Confirmer(Kind kind, String id) {
    /** In what office. */
    public enum Kind {
        /** The vendor's fault catalogue presumes it. */
        CATALOGUE,
        TECHNICIAN,
        /** Whoever reviews doubts. */
        AGENT,
        CUSTOMER,
        /** The records of the vendor say it; nobody needs to. */
        RECORD
    }
}
