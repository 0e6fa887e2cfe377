package dev.aftersales.claims.adjudication;

/** What a policy may make an entitlement or its cover depend on, beside the sale itself. */
public enum AgreementKind {
    /** A running service agreement (A5.4). */
    SERVICE_AGREEMENT,
    /** A year of maintenance that the customer pays for after the term (E6.1, E6.2). */
    PAID_YEAR,
    /** An order that the vendor took as a qualifying bulk order (A5.1). */
    BULK_ORDER
}
