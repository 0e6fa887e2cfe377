package dev.aftersales.claims.adjudication;

/** Whether something holds, as far as it is known. */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
}
