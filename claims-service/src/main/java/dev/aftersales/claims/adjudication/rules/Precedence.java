package dev.aftersales.claims.adjudication.rules;

/** Where terms may stand. */
public enum Precedence {
    LAW,
    CONTRACT,
    /** Terms that the customer agreed to with the application. */
    AGREEMENT,
    POLICY
}
