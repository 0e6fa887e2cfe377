package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.CoverageDecided.Effect;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the customer is told of an explanation: the citations that decided, without who confirmed them and on which
 * evidence.
 */
final class Reasons {

    /** An explanation names each clause a few times at most; this bounds the event whatever a diagnosis found. */
    private static final int MOST = 20;

    private Reasons() {}

    /** May have no reasons: then there is nothing to tell of it. */
    static CoverageDecided.Explanation of(Explanation explanation) {
        return new CoverageDecided.Explanation(
                explanation.id(),
                explanation.citations().stream()
                        .flatMap(citation -> reason(citation, explanation.verdict()))
                        .limit(MOST)
                        .toList());
    }

    private static Stream<CoverageDecided.Reason> reason(Citation citation, @Nullable Verdict verdict) {
        Effect effect = effect(citation);
        return effect == null || !decides(effect, verdict)
                ? Stream.empty()
                : Stream.of(new CoverageDecided.Reason(
                        citation.clause(),
                        effect,
                        new CoverageDecided.Words(
                                citation.text().en(), citation.text().zh()),
                        citation.fact(),
                        citation.value(),
                        words(citation.counterfactual()),
                        citation.reading(),
                        words(citation.words()),
                        words(citation.next())));
    }

    private static @Nullable Effect effect(Citation citation) {
        return switch (citation.effect()) {
            case EXCLUDES -> Effect.EXCLUDES;
            case REDIRECTS -> Effect.REDIRECTS;
            case SUSPECTED -> Effect.SUSPECTED;
            case UNDECIDED -> Effect.UNDECIDED;
            case GRANTS -> Effect.GRANTS;
            case SUPPORTS, CHARGES, LACKS_EVIDENCE, DISMISSED, DISPUTE_UPHELD, NOTED -> null;
        };
    }

    /** A quote or a route granted beside a refusal or a doubt is no reason for it. */
    private static boolean decides(Effect effect, @Nullable Verdict verdict) {
        return switch (verdict) {
            case COVERED -> effect == Effect.GRANTS;
            case COVERED_PARTIAL -> effect == Effect.GRANTS || effect == Effect.EXCLUDES;
            case NOT_COVERED_OFFER_QUOTE -> effect == Effect.EXCLUDES || effect == Effect.REDIRECTS;
            case REDIRECT -> effect == Effect.REDIRECTS;
            case NEEDS_REVIEW -> effect == Effect.SUSPECTED || effect == Effect.UNDECIDED;
            case NEEDS_EVIDENCE -> false;
            case null -> false;
        };
    }

    private static CoverageDecided.@Nullable Words words(@Nullable Text text) {
        return text == null ? null : new CoverageDecided.Words(text.en(), text.zh());
    }
}
