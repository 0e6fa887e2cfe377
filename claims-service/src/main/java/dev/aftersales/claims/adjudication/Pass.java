package dev.aftersales.claims.adjudication;

/** When a claim is judged. */
public enum Pass {
    /** At submission, or when evidence was added: what the records alone say, before anybody looked at the fault. */
    FIRST,
    /** When the diagnosis is there: now the cause counts too. */
    AFTER_DIAGNOSIS
}
