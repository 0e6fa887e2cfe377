package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.CompiledPolicy.Grounds;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.Phrase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds causes and observations against the policy's exclusions. All that match are cited. One that a person of the right
 * office has confirmed, with evidence, is a ground; any other is a doubt, until a review settles it.
 */
final class ExclusionCheck {

    private final CompiledPolicy policy;
    private final Phrasing phrasing;
    private final Citations citations;
    private final List<String> evidenceIds;
    private final Map<String, String> observations;
    private final @Nullable Review review;

    private boolean excluded;
    private boolean redirected;
    private boolean doubted;

    /**
     * A check of one line.
     *
     * @param evidenceIds all that came with the claim
     * @param observations what the diagnosis established
     */
    ExclusionCheck(
            CompiledPolicy policy,
            Phrasing phrasing,
            Citations citations,
            List<String> evidenceIds,
            Map<String, String> observations,
            @Nullable Review review) {
        this.policy = policy;
        this.phrasing = phrasing;
        this.citations = citations;
        this.evidenceIds = evidenceIds;
        this.observations = observations;
        this.review = review;
    }

    /** Whether a confirmed ground takes the line out of cover. */
    boolean excluded() {
        return excluded;
    }

    /** Whether a confirmed ground makes somebody else answer. */
    boolean redirected() {
        return redirected;
    }

    /** Whether a ground is left that nobody has confirmed or dismissed. */
    boolean doubted() {
        return doubted;
    }

    /**
     * A cause that somebody named.
     *
     * @param fact as what it was named
     * @param confirmed whether it is more than a suspicion
     * @return whether any exclusion names it and is not lifted
     */
    boolean cause(String fact, String cause, Confirmation word, boolean confirmed) {
        boolean answered = false;
        for (Grounds grounds : policy.exclusionsOf(cause)) {
            answered |= apply(grounds.exclusion(), grounds.reading(), fact, cause, word, confirmed);
        }
        return answered;
    }

    /** Something that was seen, or that somebody says was. */
    void observation(String observation, String value, Confirmation word, boolean confirmed) {
        for (Exclusion exclusion : policy.exclusionsByObservation()) {
            for (Condition condition : exclusion.observed()) {
                if (condition.observation().equals(observation)
                        && condition.in().contains(value)) {
                    apply(exclusion, exclusion.reading(), observation, value, word, confirmed);
                }
            }
        }
    }

    private boolean apply(
            Exclusion exclusion,
            @Nullable String reading,
            String fact,
            String value,
            Confirmation word,
            boolean confirmed) {
        if (exclusion.unless() != null && holds(exclusion.unless())) {
            return false;
        }
        Exclusion.When when = exclusion.when();
        boolean open = when != null && !holds(when.condition());
        Effect effect;
        Confirmation standing = word;
        if (confirmed && !open && proves(exclusion, word.by().kind())) {
            effect = confirmedEffect(exclusion);
        } else if (review != null && review.settles(word.at()) && settles(exclusion, review)) {
            effect = review.outcome() == Review.Outcome.DISMISS ? Effect.DISMISSED : confirmedEffect(exclusion);
            standing = review.confirmation();
        } else {
            effect = open ? Effect.UNDECIDED : Effect.SUSPECTED;
        }
        count(effect);
        citations
                .of(exclusion.clause(), effect, fact, value)
                .evidence(evidenceIds)
                .confirmation(standing)
                .reading(effect == Effect.UNDECIDED && when != null ? when.otherwise() : reading)
                .counterfactual(counterfactual(effect, value))
                .add();
        return true;
    }

    private boolean settles(Exclusion exclusion, Review given) {
        return given.outcome() == Review.Outcome.DISMISS || proves(exclusion, Confirmer.Kind.AGENT);
    }

    private boolean proves(Exclusion exclusion, Confirmer.Kind office) {
        return exclusion.proof().contains(office) && !evidenceIds.isEmpty();
    }

    private void count(Effect effect) {
        excluded |= effect == Effect.EXCLUDES;
        redirected |= effect == Effect.REDIRECTS;
        doubted |= effect == Effect.SUSPECTED || effect == Effect.UNDECIDED;
    }

    private boolean holds(Condition condition) {
        return condition.holds(observations);
    }

    private static Effect confirmedEffect(Exclusion exclusion) {
        return switch (exclusion.outcome()) {
            case NOT_COVERED_OFFER_QUOTE -> Effect.EXCLUDES;
            case REDIRECT -> Effect.REDIRECTS;
        };
    }

    private @Nullable Text counterfactual(Effect effect, String value) {
        return switch (effect) {
            case EXCLUDES, REDIRECTS ->
                phrasing.of(Phrase.EXCLUDED, "value", value, "covered", policy.coveredCausesInWords());
            case SUSPECTED -> phrasing.of(Phrase.SUSPECTED, "value", value);
            case UNDECIDED -> phrasing.of(Phrase.UNDECIDED, "value", value);
            case DISMISSED, SUPPORTS, GRANTS, LACKS_EVIDENCE -> null;
        };
    }
}
