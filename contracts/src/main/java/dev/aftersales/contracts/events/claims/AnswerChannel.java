package dev.aftersales.contracts.events.claims;

/** How a customer told the vendor's staff, who took the answer down. */
public enum AnswerChannel {
    PHONE,
    EMAIL,
    LETTER,
    IN_PERSON
}
