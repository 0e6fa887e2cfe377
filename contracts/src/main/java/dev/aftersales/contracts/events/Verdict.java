package dev.aftersales.contracts.events;

/** What adjudication says of a line, in the vocabulary of the clause register. None is a bare refusal. */
public enum Verdict {
    COVERED,
    COVERED_PARTIAL,
    NOT_COVERED_OFFER_QUOTE,
    NEEDS_EVIDENCE,
    NEEDS_REVIEW,
    REDIRECT
}
