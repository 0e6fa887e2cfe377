package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision on lines that were judged alike. Entries are appended in the write of the judgement and never altered, so
 * that what was said first can be read after a review or a dispute said otherwise.
 *
 * @param seq from 1, without gaps
 * @param at business time
 * @param by whose word brought the judgement about: the policy's alone, or a person's
 * @param verdict absent for lines that went on to diagnosis
 * @param charges who pays for what, as far as the policy says
 * @param lines that were judged so
 */
public record DecisionEntry(
        int seq,
        Instant at,
        Pass pass,
        Actor by,
        @Nullable Verdict verdict,
        String explanationId,
        List<ChargeSplit> charges,
        List<Integer> lines) {

    // An entry that was stored before charges were kept comes back without them.
    @SuppressWarnings("ConstantValue")
    public DecisionEntry {
        charges = charges == null ? List.of() : List.copyOf(charges);
        lines = List.copyOf(lines);
    }
}
