package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.CompiledPolicy.Observed;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Observation;
import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Term;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges one line, once. It goes through the whole policy and cites whatever matches before it says the outcome, so that
 * an explanation never stops at the first ground.
 *
 * <p>The outcome then follows from the strongest ground: what the records settle (term, kind of item), what is missing,
 * what is confirmed, what is in doubt, and only then cover.
 */
final class LineJudgement {

    private static final Confirmer CLAIMANT = new Confirmer(Confirmer.Kind.CUSTOMER, "claimant");

    private final CompiledPolicy policy;
    private final Phrasing phrasing;
    private final Facts facts;
    private final LocalDate claimed;
    private final List<String> evidenceIds;
    private final LineFacts line;
    private final @Nullable Diagnosis diagnosis;
    private final Map<String, String> observations;

    private final Citations citations;
    private final ExclusionCheck exclusions;
    private final List<MissingEvidence> missing = new ArrayList<>(0);
    private boolean expired;
    private boolean itemNotCovered;
    private boolean unknownCauseExcluded;
    private boolean doubted;

    LineJudgement(
            CompiledPolicy policy,
            Facts facts,
            LocalDate claimed,
            List<String> evidenceIds,
            LineFacts line,
            Pass pass) {
        this.policy = policy;
        this.phrasing = new Phrasing(policy);
        this.citations = new Citations(policy);
        this.facts = facts;
        this.claimed = claimed;
        this.evidenceIds = evidenceIds;
        this.line = line;
        this.diagnosis = pass == Pass.FIRST ? null : line.diagnosis();
        this.observations = observationsOf(diagnosis);
        this.exclusions = new ExclusionCheck(policy, phrasing, citations, evidenceIds, observations, line.review());
    }

    LineOutcome outcome() {
        judgeTerm();
        judgeItem();
        judgeDiagnosis();
        judgeDeclaration();
        judgeEvidence();

        if (expired || itemNotCovered) {
            return notCovered();
        }
        if (!missing.isEmpty()) {
            return new LineOutcome.NeedsEvidence(line.line(), missing, explanation(Verdict.NEEDS_EVIDENCE));
        }
        if (exclusions.excluded() || unknownCauseExcluded) {
            return notCovered();
        }
        if (exclusions.redirected()) {
            return new LineOutcome.Redirected(line.line(), explanation(Verdict.REDIRECT));
        }
        Route route = diagnosis == null ? null : judgeRoute(diagnosis);
        if (doubted || exclusions.doubted()) {
            return new LineOutcome.NeedsReview(line.line(), explanation(Verdict.NEEDS_REVIEW));
        }
        if (route == null) {
            return new LineOutcome.Admitted(line.line(), explanation(null));
        }
        policy.rules().coverage().grants().forEach(grant -> grant(grant, "route", route.name()));
        return new LineOutcome.Covered(line.line(), route, explanation(Verdict.COVERED));
    }

    // ---- What the records say

    private void judgeTerm() {
        UnitFacts unit = line.unit();
        if (unit == null) {
            // Without the unit there is no paper to count from; the evidence rules ask for it.
            return;
        }
        Term term = policy.rules().term();
        for (Term.Anchor anchor : term.anchors()) {
            for (DatedDocument document : unit.documents()) {
                if (document.kind() == anchor.document()) {
                    judgeTerm(term, anchor, document);
                    return;
                }
            }
        }
        missing.add(new MissingEvidence(term.clause(), term.missingItem(), false));
        cite(term.clause(), Effect.LACKS_EVIDENCE, "term", "NO_DOCUMENT")
                .counterfactual(phrasing.of(Phrase.MISSING, "item", term.missingItem()))
                .add();
    }

    private void judgeTerm(Term term, Term.Anchor anchor, DatedDocument document) {
        LocalDate lastDay = TermDays.lastDay(document.date(), term.length());
        expired = claimed.isAfter(lastDay);
        cite(
                        term.clause(),
                        expired ? Effect.EXCLUDES : Effect.SUPPORTS,
                        "term",
                        document.kind() + " " + document.id() + " of " + document.date() + ", through " + lastDay)
                .reading(anchor.reading())
                .add();
        if (expired) {
            String date = TermDays.earliestAnchor(claimed, term.length()).toString();
            cite(term.expired(), Effect.EXCLUDES, "submitted", claimed.toString())
                    .reading(anchor.reading())
                    .counterfactual(phrasing.expired(anchor.name(), date))
                    .add();
        }
    }

    private void judgeItem() {
        UnitFacts unit = line.unit();
        if (unit == null) {
            return;
        }
        Coverage.ItemClasses classes = policy.rules().coverage().itemClasses();
        itemNotCovered = !classes.covered().contains(unit.itemClass());
        Citations.Making citation = cite(
                classes.clause(),
                itemNotCovered ? Effect.EXCLUDES : Effect.SUPPORTS,
                "itemClass",
                unit.itemClass().name());
        if (itemNotCovered) {
            String covered = String.join(
                    " / ", classes.covered().stream().map(Enum::name).sorted().toList());
            citation.counterfactual(phrasing.of(Phrase.ITEM_CLASS, "covered", covered));
        }
        citation.add();
    }

    // ---- What was found

    private void judgeDiagnosis() {
        if (diagnosis == null) {
            return;
        }
        Confirmation confirmation = new Confirmation(diagnosis.confirmedBy(), diagnosis.concludedAt());
        boolean covered = policy.covers(diagnosis.cause());
        if (covered) {
            cite(policy.rules().coverage().causes().clause(), Effect.SUPPORTS, "cause", diagnosis.cause())
                    .evidence(evidenceIds)
                    .confirmation(confirmation)
                    .add();
        } else {
            judgeExcludedCause(diagnosis, confirmation);
        }
        // In the policy's order, so that the explanation reads the same on every machine.
        for (Observation observation : policy.rules().observations()) {
            String value = observations.get(observation.name());
            if (value != null) {
                exclusions.observation(observation.name(), value, confirmation, true);
            }
        }
    }

    private void judgeExcludedCause(Diagnosis diagnosis, Confirmation confirmation) {
        boolean answered = exclusions.cause("cause", diagnosis.cause(), confirmation, diagnosis.causeConfirmed());
        for (String finding : diagnosis.findings()) {
            // A finding may name a second cause of the same damage, so that both clauses are cited. Beside a cause that
            // no clause excludes it is a suspicion at most.
            if (!finding.equals(diagnosis.cause())) {
                exclusions.cause("finding", finding, confirmation, answered && diagnosis.causeConfirmed());
            }
        }
        if (!answered) {
            judgeUnknownCause(diagnosis);
            return;
        }
        Review review = settling(diagnosis.concludedAt());
        if (review != null && !exclusions.excluded() && !exclusions.redirected() && !exclusions.doubted()) {
            // Every suspicion was dismissed, and with it the only reason not to take the fault for a covered one.
            // The dismissed cause is no fact that could speak for cover.
            String dismissed = String.join(" / ", citations.dismissed());
            cite(
                            policy.rules().coverage().causes().clause(),
                            Effect.SUPPORTS,
                            "cause",
                            "no confirmed exclusion; suspicion " + dismissed + " dismissed")
                    .evidence(evidenceIds)
                    .confirmation(review.confirmation())
                    .add();
        }
    }

    /** Neither covered nor excluded: a person decides, and a person's decision is cited. */
    private void judgeUnknownCause(Diagnosis diagnosis) {
        String clause = policy.rules().coverage().causes().clause();
        Review review = evidenceIds.isEmpty() ? null : settling(diagnosis.concludedAt());
        Effect effect = review == null
                ? Effect.UNDECIDED
                : review.outcome() == Review.Outcome.CONFIRM ? Effect.EXCLUDES : Effect.SUPPORTS;
        doubted |= review == null;
        unknownCauseExcluded = effect == Effect.EXCLUDES;
        Citations.Making citation = cite(clause, effect, "cause", diagnosis.cause())
                .evidence(evidenceIds)
                .confirmation(
                        review == null
                                ? new Confirmation(diagnosis.confirmedBy(), diagnosis.concludedAt())
                                : review.confirmation());
        if (effect != Effect.SUPPORTS) {
            citation.counterfactual(phrasing.of(
                    Phrase.UNKNOWN_CAUSE, "value", diagnosis.cause(), "covered", policy.coveredCausesInWords()));
        }
        citation.add();
    }

    /** What the customer says it was: a suspicion, until a technician has established the cause. */
    private void judgeDeclaration() {
        String declared = facts.declaredCause();
        if (declared == null || (diagnosis != null && outweighs(diagnosis, declared))) {
            return;
        }
        Confirmation confirmation = new Confirmation(CLAIMANT, facts.submittedAt());
        exclusions.cause("declaredCause", declared, confirmation, false);
        for (Observed observed : policy.observedBy(declared)) {
            exclusions.observation(observed.observation(), observed.value(), confirmation, false);
        }
    }

    private static boolean outweighs(Diagnosis diagnosis, String declared) {
        return diagnosis.cause().equals(declared)
                || (diagnosis.causeConfirmed() && diagnosis.confirmedBy().kind() == Confirmer.Kind.TECHNICIAN);
    }

    // ---- What is missing

    private void judgeEvidence() {
        EvidenceCheck check = new EvidenceCheck(facts, line, phrasing, citations);
        for (Requirement requirement : policy.rules().evidence()) {
            // A ground against the line that a person looks at, or has confirmed, makes some evidence needless.
            String standIn = requirement.unlessSuspected();
            if (standIn == null || !citations.stands(standIn)) {
                check.check(requirement, missing);
            }
        }
    }

    // ---- How it is served

    /** The route of a covered line; it leaves a doubt when the policy does not simply grant the one asked for. */
    private Route judgeRoute(Diagnosis diagnosis) {
        Coverage coverage = policy.rules().coverage();
        Route asked = diagnosis.disposition();
        Coverage.RouteRule rule = coverage.routes().get(asked);
        if (rule != null && (rule.when() == null || rule.when().holds(observations))) {
            citeRoute(asked, rule, Effect.GRANTS).add();
            return asked;
        }
        Review review = settling(diagnosis.concludedAt());
        if (review == null) {
            doubted = true;
            citeRoute(asked, rule, Effect.UNDECIDED)
                    .counterfactual(phrasing.of(Phrase.ROUTE, "value", asked.name()))
                    .add();
            return asked;
        }
        Route route = review.outcome() == Review.Outcome.DISMISS ? asked : coverage.fallback();
        citeRoute(route, coverage.routes().get(route), Effect.GRANTS)
                .confirmation(review.confirmation())
                .add();
        return route;
    }

    /** A route that the policy does not know is cited under the clause that says what is served. */
    private Citations.Making citeRoute(Route route, Coverage.@Nullable RouteRule rule, Effect effect) {
        return rule == null
                ? cite(policy.rules().coverage().causes().clause(), effect, "route", route.name())
                : cite(rule.clause(), effect, "route", route.name()).reading(rule.reading());
    }

    private LineOutcome notCovered() {
        Basis basis = expired ? policy.rules().term().quote() : policy.rules().quoteInTerm();
        grant(basis, "quote", "OFFERED");
        return new LineOutcome.NotCovered(
                line.line(), new Quote(basis.clause(), basis.reading()), explanation(Verdict.NOT_COVERED_OFFER_QUOTE));
    }

    private void grant(Basis basis, String fact, String value) {
        cite(basis.clause(), Effect.GRANTS, fact, value)
                .reading(basis.reading())
                .add();
    }

    // ---- Observations, reviews, citations

    private Map<String, String> observationsOf(@Nullable Diagnosis diagnosis) {
        if (diagnosis == null) {
            return Map.of();
        }
        Map<String, String> found = null;
        for (String finding : diagnosis.findings()) {
            for (Observed observed : policy.observedBy(finding)) {
                if (found == null) {
                    found = new HashMap<>(diagnosis.observations());
                }
                found.putIfAbsent(observed.observation(), observed.value());
            }
        }
        return found == null ? diagnosis.observations() : found;
    }

    /** The review, if it was given when the doubt was there. */
    private @Nullable Review settling(Instant doubtSince) {
        Review review = line.review();
        return review == null || !review.settles(doubtSince) ? null : review;
    }

    private Explanation explanation(@Nullable Verdict verdict) {
        return new Explanation(policy.version(), verdict, citations.made());
    }

    private Citations.Making cite(String clause, Effect effect, String fact, String value) {
        return citations.of(clause, effect, fact, value);
    }
}
