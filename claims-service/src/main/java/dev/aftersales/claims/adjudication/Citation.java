package dev.aftersales.claims.adjudication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clause that matched, and why.
 *
 * @param clause its id in the clause register
 * @param text the clause in short
 * @param fact what it looked at, for example {@code cause}
 * @param value what it found there, for example {@code WATER_INGRESS}; no serial, so that equal verdicts read
 *     alike, except that of a paper that names another unit
 * @param evidenceIds the evidence that the fact rests on
 * @param confirmation who stands for the fact; absent when a record does
 * @param reading the settlement of an ambiguity that it rests on, for example {@code R-A15}
 * @param readingText that settlement in words; present exactly when the reading is
 * @param counterfactual what would have changed the outcome; absent when nothing of this clause would
 * @param next what the customer does about it where somebody else answers; absent otherwise
 * @param words fact and value as people say them; absent in explanations that were kept before there were any
 */
public record Citation(
        String clause,
        Effect effect,
        Text text,
        String fact,
        String value,
        List<String> evidenceIds,
        @Nullable Confirmation confirmation,
        @Nullable String reading,
        @Nullable Text readingText,
        @Nullable Text counterfactual,
        @Nullable Text next,
        @Nullable Text words) {
    public Citation {
        evidenceIds = List.copyOf(evidenceIds);
    }
}
