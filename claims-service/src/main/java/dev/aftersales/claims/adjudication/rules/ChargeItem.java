package dev.aftersales.claims.adjudication.rules;

/** What a service may cost. */
public enum ChargeItem {
    PARTS,
    LABOUR,
    SERVICE,
    INBOUND_FREIGHT,
    RETURN_FREIGHT,
    URGENT_FREIGHT,
    DUTY
}
