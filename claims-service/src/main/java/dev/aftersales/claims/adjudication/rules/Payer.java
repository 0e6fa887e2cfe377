package dev.aftersales.claims.adjudication.rules;

/** Who pays for something. */
public enum Payer {
    VENDOR,
    CUSTOMER,
    /** The policy does not say: it is agreed case by case, and nothing is charged by default. */
    AGREE
}
