package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Effect;
import dev.aftersales.contracts.events.Verdict;
import org.jspecify.annotations.Nullable;

/** What a rule of the tables says of its clause, the strongest first: it alone makes the verdict. */
enum Weight {
    /** Settled by the records. */
    OUT_BY_RECORD(Effect.EXCLUDES, Verdict.NOT_COVERED_OFFER_QUOTE),
    LACKS_EVIDENCE(Effect.LACKS_EVIDENCE, Verdict.NEEDS_EVIDENCE),
    EXCLUDES(Effect.EXCLUDES, Verdict.NOT_COVERED_OFFER_QUOTE),
    REDIRECTS(Effect.REDIRECTS, Verdict.REDIRECT),
    SUSPECTED(Effect.SUSPECTED, Verdict.NEEDS_REVIEW),
    UNDECIDED(Effect.UNDECIDED, Verdict.NEEDS_REVIEW),
    /** Covered, once there is a diagnosis. */
    SUPPORTS(Effect.SUPPORTS, null),
    /** An exclusion that something lifts; it decides nothing by itself. */
    NOTED(Effect.NOTED, null);

    private final Effect effect;
    private final @Nullable Verdict verdict;

    Weight(Effect effect, @Nullable Verdict verdict) {
        this.effect = effect;
        this.verdict = verdict;
    }

    Effect effect() {
        return effect;
    }

    /** The verdict when nothing stronger is there. */
    @Nullable
    Verdict verdict(boolean diagnosed) {
        return verdict == null && diagnosed ? Verdict.COVERED : verdict;
    }
}
