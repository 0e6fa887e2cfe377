package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.CompiledPolicy.Furthers;
import dev.aftersales.claims.adjudication.CompiledPolicy.Grounds;
import dev.aftersales.claims.adjudication.CompiledPolicy.Observed;
import dev.aftersales.claims.adjudication.CompiledPolicy.Watch;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.Phrase;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds causes and facts against the policy's exclusions. All that match are cited. One that a person of the right office
 * has confirmed, with evidence, is a ground; any other is a doubt, until a review settles it.
 */
final class ExclusionCheck {

    private static final List<Confirmer.Kind> REVIEWER = List.of(Confirmer.Kind.AGENT);

    private final CompiledPolicy policy;
    private final KnownFacts known;
    private final Settlements settlements;
    private final Citations citations;

    private boolean excluded;
    private boolean redirected;
    private boolean doubted;
    private boolean lacksFile;

    ExclusionCheck(CompiledPolicy policy, KnownFacts known, Settlements settlements, Citations citations) {
        this.policy = policy;
        this.known = known;
        this.settlements = settlements;
        this.citations = citations;
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

    /** Whether a reviewer confirmed a ground that nothing shows: with a file it would be one. */
    boolean lacksFile() {
        return lacksFile;
    }

    /** Whether nothing is left against the line. */
    boolean clear() {
        return !excluded && !redirected && !doubted;
    }

    /**
     * A cause that somebody named.
     *
     * @param fact as what it was named
     * @param lawful whether the law grants service for this cause whatever the policy says
     * @return whether any exclusion names it and is not lifted
     */
    boolean cause(String fact, String cause, Origin word, boolean lawful) {
        boolean answered = false;
        for (Grounds grounds : policy.exclusionsOf(cause)) {
            answered |= apply(grounds.exclusion(), grounds.reading(), fact, cause, word, null, lawful);
        }
        return answered;
    }

    /**
     * A cause that the contract excludes.
     *
     * @param lawful whether the law grants service for this cause
     */
    void byContract(Exclusion exclusion, String fact, String cause, Origin word, boolean lawful) {
        apply(exclusion, exclusion.reading(), fact, cause, word, null, lawful);
    }

    /**
     * Whatever is known of the facts that exclusions look at, in the policy's order.
     *
     * @param lawful whether the law grants service for the cause that was found, whatever the policy says
     */
    void facts(boolean lawful) {
        for (int fact : policy.watchedFacts()) {
            String value = known.value(fact);
            if (value != null) {
                for (Watch watch : policy.watching(fact)) {
                    if (watch.condition().holds(value) == Truth.TRUE) {
                        apply(watch, value, known.origin(fact), lawful);
                    }
                }
            }
        }
    }

    /** Whether an exclusion names the cause, and something that was found lifts it. */
    boolean isExcepted(String cause) {
        for (Grounds grounds : policy.exclusionsOf(cause)) {
            CompiledCondition exception = policy.furthers(grounds.exclusion()).unless();
            if (exception != null && known.holds(exception) == Truth.TRUE) {
                return true;
            }
        }
        return false;
    }

    /** Whether an exclusion looks at the cause as at any other fact, and finds this one. */
    boolean watches(String cause) {
        for (Watch watch : policy.watching(KnownFacts.CAUSE)) {
            if (watch.condition().holds(cause) == Truth.TRUE) {
                return true;
            }
        }
        return false;
    }

    /** A cause that somebody only says it was, where an exclusion looks at the cause as at any other fact. */
    void saidCause(String fact, String cause, Origin word) {
        for (Watch watch : policy.watching(KnownFacts.CAUSE)) {
            if (watch.condition().holds(cause) == Truth.TRUE) {
                apply(watch.exclusion(), watch.exclusion().reading(), fact, cause, word, watch.doubt(), false);
            }
        }
    }

    /**
     * Something that somebody only says was seen.
     *
     * @param standingIn by clause, the reading under which the suspicion stands in for evidence that is not there
     */
    void said(Observed observed, Origin word, Function<String, @Nullable String> standingIn) {
        for (Watch watch : policy.watching(observed.fact())) {
            if (watch.condition().holds(observed.value()) == Truth.TRUE) {
                Exclusion exclusion = watch.exclusion();
                String reading =
                        exclusion.reading() == null ? standingIn.apply(exclusion.clause()) : exclusion.reading();
                apply(exclusion, reading, watch.condition().name(), observed.value(), word, watch.doubt(), false);
            }
        }
    }

    private void apply(Watch watch, String value, Origin word, boolean lawful) {
        apply(
                watch.exclusion(),
                watch.exclusion().reading(),
                watch.condition().name(),
                value,
                word,
                watch.doubt(),
                lawful);
    }

    /** @param doubt the reading by which the fact raises no more than a doubt; absent when it excludes */
    private boolean apply(
            Exclusion exclusion,
            @Nullable String reading,
            String fact,
            String value,
            Origin word,
            @Nullable String doubt,
            boolean lawful) {
        Doubt asked = new Doubt(exclusion.clause(), fact);
        Furthers furthers = policy.furthers(exclusion);
        CompiledCondition exception = furthers.unless();
        if (exception != null && known.holds(exception) == Truth.TRUE) {
            if (exclusion.outcome() != Exclusion.Outcome.NEEDS_REVIEW) {
                citeException(exclusion, exception);
                return false;
            }
            if (isConfirmed(exclusion, exception, asked, word)) {
                return true;
            }
        }
        boolean open = furthers.when() != null && known.holds(furthers.when()) != Truth.TRUE;
        Exclusion.When when = exclusion.when();
        Effect effect;
        Confirmation standing = word.confirmation();
        Confirmation ruled = settlements.ruledOut(exclusion.clause(), word.since());
        Review review = settlements.of(asked, word.since(), isConfirmable(exclusion, word));
        if (lawful && policy.lawGoesBefore(exclusion)) {
            effect = Effect.NOTED;
        } else if (ruled != null) {
            effect = Effect.DISMISSED;
            standing = ruled;
        } else if (!open
                && doubt == null
                && exclusion.outcome() != Exclusion.Outcome.NEEDS_REVIEW
                && word.proves(exclusion.proof())) {
            effect = confirmedEffect(exclusion);
        } else if (review != null) {
            effect = review.outcome() == Review.Outcome.DISMISS ? Effect.DISMISSED : confirmedEffect(exclusion);
            standing = review.confirmation();
        } else {
            boolean undecided = open || doubt != null || exclusion.outcome() == Exclusion.Outcome.NEEDS_REVIEW;
            effect = undecided ? Effect.UNDECIDED : Effect.SUSPECTED;
            lacksFile |= mayConfirm(exclusion)
                    && word.evidenceIds().isEmpty()
                    && settlements.of(asked, word.since()) != null;
        }
        count(effect);
        List<PaperComparison.Mismatch> differing = known.mismatches(fact);
        citations
                .of(
                        exclusion.clause(),
                        effect,
                        fact,
                        differing.isEmpty() ? new Found.Code(value) : new Found.Unequal(value, differing))
                .evidence(word.evidenceIds())
                .confirmation(standing)
                .reading(
                        doubt != null
                                ? doubt
                                : effect == Effect.UNDECIDED && open && when != null ? when.otherwise() : reading)
                .otherwise(otherwise(effect, fact, value, differing))
                .add();
        return true;
    }

    /** What lifts an exclusion is said with it, so that nobody wonders why it was passed over. */
    private void citeException(Exclusion exclusion, CompiledCondition exception) {
        Origin found = known.origin(exception.fact());
        citations
                .of(exclusion.clause(), Effect.NOTED, exception.name(), String.valueOf(known.value(exception.fact())))
                .evidence(found.evidenceIds())
                .confirmation(found.confirmation())
                .reading(exclusion.reading())
                .add();
    }

    /**
     * Where a person decides in any case, the exception is one of the facts that are put before them: who confirms what was
     * found confirms it, too (B4.6, reading R-B1). Until then it is only noted.
     */
    private boolean isConfirmed(Exclusion exclusion, CompiledCondition exception, Doubt asked, Origin word) {
        Origin found = known.origin(exception.fact());
        Review review = settlements.of(asked, word.since());
        Confirmation confirmed = review != null
                        && review.outcome() == Review.Outcome.CONFIRM
                        && settlements.ruledOut(exclusion.clause(), word.since()) == null
                ? review.confirmation()
                : null;
        citations
                .of(
                        exclusion.clause(),
                        confirmed == null ? Effect.NOTED : Effect.SUPPORTS,
                        exception.name(),
                        String.valueOf(known.value(exception.fact())))
                .evidence(found.evidenceIds())
                .confirmation(confirmed == null ? found.confirmation() : confirmed)
                .reading(exclusion.reading())
                .add();
        return confirmed != null;
    }

    /** A reviewer confirms only with evidence, and only what people may confirm. */
    private static boolean isConfirmable(Exclusion exclusion, Origin word) {
        return !word.evidenceIds().isEmpty() && mayConfirm(exclusion);
    }

    private static boolean mayConfirm(Exclusion exclusion) {
        return exclusion.proof().containsAll(REVIEWER) || exclusion.proof().contains(Confirmer.Kind.RECORD);
    }

    private void count(Effect effect) {
        excluded |= effect == Effect.EXCLUDES;
        redirected |= effect == Effect.REDIRECTS;
        doubted |= effect == Effect.SUSPECTED || effect == Effect.UNDECIDED;
    }

    private static Effect confirmedEffect(Exclusion exclusion) {
        return switch (exclusion.outcome()) {
            case NOT_COVERED_OFFER_QUOTE, NEEDS_REVIEW -> Effect.EXCLUDES;
            case REDIRECT -> Effect.REDIRECTS;
        };
    }

    private @Nullable Otherwise otherwise(
            Effect effect, String fact, String value, List<PaperComparison.Mismatch> differing) {
        return switch (effect) {
            case EXCLUDES, REDIRECTS -> {
                if (!differing.isEmpty()) {
                    yield new Otherwise(
                            Phrase.AGREEING,
                            value,
                            differing.stream()
                                    .map(PaperComparison.Mismatch::name)
                                    .toList());
                }
                List<String> covered = known.coveredInPlaceOf(value);
                // Only another cause helps where a cause is the ground.
                boolean ofCause = fact.equals("cause") || fact.equals("finding") || fact.equals("declaredCause");
                yield covered.isEmpty() || !ofCause
                        ? new Otherwise(Phrase.ESTABLISHED, value)
                        : new Otherwise(fact.equals("finding") ? Phrase.FOUND : Phrase.EXCLUDED, value, covered);
            }
            case SUSPECTED -> new Otherwise(Phrase.SUSPECTED, value);
            case UNDECIDED -> new Otherwise(Phrase.UNDECIDED, value);
            case DISMISSED, DISPUTE_UPHELD, SUPPORTS, GRANTS, CHARGES, LACKS_EVIDENCE, NOTED -> null;
        };
    }
}
