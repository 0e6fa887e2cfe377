package dev.aftersales.claims.adjudication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A citation that nobody put into words yet. */
record Finding(
        String clause,
        Effect effect,
        String fact,
        Found found,
        List<String> evidenceIds,
        @Nullable Confirmation confirmation,
        @Nullable String reading,
        @Nullable Otherwise otherwise) {

    /** The same with another thing that would have changed the outcome, or nothing. */
    Finding but(@Nullable Otherwise instead) {
        return new Finding(clause, effect, fact, found, evidenceIds, confirmation, reading, instead);
    }
}
