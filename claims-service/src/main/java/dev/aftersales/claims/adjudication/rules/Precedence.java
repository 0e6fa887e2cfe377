package dev.aftersales.claims.adjudication.rules;

/** Where terms may stand. */
public enum Precedence {
    LAW,
    CONTRACT,
    POLICY
}
