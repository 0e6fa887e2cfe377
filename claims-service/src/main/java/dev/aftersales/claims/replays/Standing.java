package dev.aftersales.claims.replays;

import dev.aftersales.claims.adjudication.LineOutcome;

/** Where a judgement leaves a line: at a verdict, or on its way to diagnosis. */
enum Standing {
    ADMITTED,
    COVERED,
    COVERED_PARTIAL,
    NOT_COVERED_OFFER_QUOTE,
    NEEDS_EVIDENCE,
    NEEDS_REVIEW,
    REDIRECT;

    static Standing of(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.Admitted a -> ADMITTED;
            case LineOutcome.Covered c -> COVERED;
            case LineOutcome.Partial p -> COVERED_PARTIAL;
            case LineOutcome.NotCovered n -> NOT_COVERED_OFFER_QUOTE;
            case LineOutcome.NeedsEvidence e -> NEEDS_EVIDENCE;
            case LineOutcome.NeedsReview r -> NEEDS_REVIEW;
            case LineOutcome.Redirected r -> REDIRECT;
        };
    }

    /** Whether it may still come to any verdict, so that nobody knows who pays. */
    boolean leavesOpenWhoPays() {
        return switch (this) {
            case ADMITTED, NEEDS_EVIDENCE, NEEDS_REVIEW -> true;
            case COVERED, COVERED_PARTIAL, NOT_COVERED_OFFER_QUOTE, REDIRECT -> false;
        };
    }
}
