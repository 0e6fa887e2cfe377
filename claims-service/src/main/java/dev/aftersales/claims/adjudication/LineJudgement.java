package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.CompiledPolicy.Observed;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Charge;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.claims.adjudication.rules.Term;
import dev.aftersales.claims.regions.Regions;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one line, once. It goes through the whole policy and cites whatever matches before it says the outcome, so that
 * an explanation never stops at the first ground.
 *
 * <p>The outcome then follows from the strongest ground: what the records settle (term, kind of item), what is missing,
 * what is confirmed, what is in doubt, and only then cover.
 */
final class LineJudgement {

    private final CompiledPolicy policy;
    private final Coverage coverage;
    private final Facts facts;
    private final List<String> evidenceIds;
    private final LineFacts brought;
    private final LocalDate claimed;
    private final Pass pass;
    private final LineFacts line;
    private final @Nullable Diagnosis diagnosis;
    private final KnownFacts known;
    private final Settlements settlements;

    private final Citations citations;
    private final TermCheck term;
    private final GateCheck gates;
    private final ExclusionCheck exclusions;
    private final EvidenceCheck evidence;
    private final ChargeCheck charges;
    private final List<MissingEvidence> missing = new ArrayList<>(0);
    private boolean itemNotCovered;
    private boolean excluded;
    private boolean doubted;
    private boolean lacksFile;

    LineJudgement(
            CompiledPolicy policy,
            Facts facts,
            LocalDate claimed,
            List<String> evidenceIds,
            LineFacts brought,
            Pass pass) {
        this.policy = policy;
        this.coverage = policy.rules().coverage();
        this.facts = facts;
        this.evidenceIds = evidenceIds;
        this.brought = brought;
        this.claimed = claimed;
        this.pass = pass;
        LineFacts compared = PaperComparison.applied(policy, brought);
        this.diagnosis = pass == Pass.FIRST ? null : brought.diagnosis();
        String failed = diagnosis == null ? null : diagnosis.component();
        this.line = failed == null ? compared.shown() : compared.shown().of(failed);
        this.known = new KnownFacts(policy, facts, line, diagnosis, evidenceIds);
        this.settlements = new Settlements(line.reviews(), line.rulings());
        this.citations = new Citations(settlements);
        this.term = new TermCheck(policy, facts, claimed, line, settlements, citations);
        this.gates = new GateCheck(policy, known, settlements, citations, diagnosis != null);
        this.exclusions = new ExclusionCheck(policy, known, settlements, citations);
        this.evidence =
                new EvidenceCheck(policy, term, facts, line, compared.documents(), known, settlements, citations);
        this.charges = new ChargeCheck(policy, facts, term, settlements, citations);
    }

    LineOutcome outcome() {
        judgeTerm();
        judgeItem();
        gates.check(missing);
        if (diagnosis != null) {
            judgeCause(diagnosis);
        }
        exclusions.facts(diagnosis != null && law(diagnosis.cause()) != null);
        judgeDeclaration();
        judgeReports();
        if (diagnosis != null) {
            judgeDismissals(diagnosis);
        }
        judgeEvidence();
        judgeStart();
        judgeConsents(Consent.Needed.AT_SUBMISSION);

        if ((term.expired() && !evidence.incomplete()) || itemNotCovered || evidence.unavailable()) {
            if (evidence.unavailable()) {
                citations.nothingMoreHelps();
            }
            return notCovered();
        }
        if (!missing.isEmpty()) {
            return needsEvidence();
        }
        if (exclusions.excluded() || gates.excluded() || term.excluded() || excluded) {
            return notCovered();
        }
        if (exclusions.redirected()) {
            // What the vendor bore of it before a dispute was upheld is not sent elsewhere by that.
            if (bears(stood(), Payer.VENDOR)) {
                return notCovered();
            }
            return new LineOutcome.Redirected(line.line(), because(Verdict.REDIRECT));
        }
        if (term.skipped() && !isInDoubt()) {
            LineOutcome ofTerm = judgeTermWithoutUnit();
            if (ofTerm != null) {
                return ofTerm;
            }
        }
        Route route = diagnosis == null ? null : judgeRoute(diagnosis);
        if (isInDoubt()) {
            return needsReview();
        }
        if (route == null) {
            return new LineOutcome.Admitted(line.line(), because(null));
        }
        judgeConsents(Consent.Needed.BEFORE_SERVICE);
        return missing.isEmpty() ? covered(route) : needsEvidence();
    }

    // ---- What the records say

    private void judgeTerm() {
        noteDeclaredComponent();
        term.check();
        known.termMonths(term.months());
    }

    /** What the customer took for the component that failed, where the diagnosis found another one. */
    private void noteDeclaredComponent() {
        String declared = brought.component();
        Term.ByProduct byProduct = policy.rules().term().byProduct();
        if (declared != null && !declared.equals(line.component()) && byProduct != null) {
            Basis components = byProduct.components();
            cite(components == null ? byProduct.clause() : components.clause(), Effect.NOTED, "component", declared)
                    .confirmation(known.claimed().confirmation())
                    .add();
        }
    }

    /** Without a paper that the term starts from nothing can be covered; whoever has none is left to a person. */
    private void judgeStart() {
        String clause = policy.rules().term().clause();
        String item = policy.rules().term().missingItem();
        if (!term.missing() || evidence.unavailable() || isAskedFor(item)) {
            return;
        }
        Confirmation said = facts.unavailable().get(item);
        if (said == null) {
            if (settlements.ruledOut(clause, facts.submittedAt()) == null) {
                missing.add(new MissingEvidence(clause, item, false));
            } else {
                citations.notAwaited(item);
            }
            return;
        }
        citations.notAwaited(item);
        Settlements.Standing standing = settlements.standing(new Doubt(clause, Doubt.lacking(item)), said.at());
        doubted |= standing.effect() == Effect.UNDECIDED;
        excluded |= standing.effect() == Effect.EXCLUDES;
        citations
                .of(clause, standing.effect(), "evidence", new Found.NotToBeHad(item))
                .confirmation(standing.by() == null ? said : standing.by())
                .otherwise(standing.effect() == Effect.DISMISSED ? null : new Otherwise(Phrase.UNAVAILABLE, item))
                .add();
    }

    /**
     * Whoever settled that a line goes on without its unit has not said that it is in term: that is told by the papers of the
     * claim's own, and what the term starts from is asked for (A1.1, reading R-A2).
     *
     * @return what the term alone decides; absent when the line is in term
     */
    private @Nullable LineOutcome judgeTermWithoutUnit() {
        term.checkWithoutUnit();
        known.termMonths(term.months());
        judgeStart();
        if (term.expired()) {
            return notCovered();
        }
        if (!missing.isEmpty()) {
            return needsEvidence();
        }
        return term.excluded() || excluded ? notCovered() : null;
    }

    private boolean isInDoubt() {
        return doubted || term.doubted() || gates.doubted() || exclusions.doubted() || evidence.doubted();
    }

    private boolean isAskedFor(String item) {
        for (MissingEvidence asked : missing) {
            if (asked.item().equals(item)) {
                return true;
            }
        }
        return false;
    }

    private void judgeItem() {
        UnitFacts unit = line.unit();
        Coverage.ItemClasses classes = coverage.itemClasses();
        if (unit == null || classes == null) {
            return;
        }
        boolean covered = classes.covered().contains(unit.itemClass());
        Confirmation ruled = covered ? null : settlements.ruledOut(classes.clause(), facts.submittedAt());
        itemNotCovered = !covered && ruled == null;
        Citations.Making citation = cite(
                        classes.clause(),
                        covered ? Effect.SUPPORTS : ruled == null ? Effect.EXCLUDES : Effect.DISMISSED,
                        "itemClass",
                        unit.itemClass().name())
                .confirmation(ruled)
                .reading(classes.reading());
        if (itemNotCovered) {
            citation.otherwise(new Otherwise(
                    Phrase.ITEM_CLASS,
                    "itemClass",
                    classes.covered().stream().map(Enum::name).toList()));
        }
        citation.add();
    }

    // ---- What was found

    private void judgeCause(Diagnosis found) {
        String cause = found.cause();
        Origin word = known.diagnosed(found);
        Statutory.Rule law = law(cause);
        if (law != null) {
            citeLaw(law, cause, word);
            charges.lawGrants();
        }
        boolean byContract = policy.contractWins() && judgeContract("cause", cause, word, law != null);
        if (policy.covers(cause)) {
            if (!byContract) {
                supports(cause, word);
            }
            return;
        }
        if (!policy.doubts(cause)) {
            judgeExcludedCause(found, word, law != null, byContract);
        } else if (law == null && !byContract) {
            judgeDoubtful("cause", cause, word);
        }
    }

    private void supports(String cause, Origin word) {
        Coverage.Causes causes = coverage.causes();
        cite(causes.clause(), Effect.SUPPORTS, "cause", cause)
                .evidence(evidenceIds)
                .confirmation(word.confirmation())
                .reading(causes.reading())
                .add();
    }

    private void judgeExcludedCause(Diagnosis found, Origin word, boolean lawful, boolean byContract) {
        boolean answered = exclusions.cause("cause", found.cause(), word, lawful);
        for (String finding : found.findings()) {
            // A finding may name a second cause of the same damage, so that both clauses are cited. Beside a cause that
            // no clause excludes it is a suspicion at most.
            if (!finding.equals(found.cause())) {
                exclusions.cause("finding", finding, answered ? word : word.suspected(), lawful);
            }
        }
        if (answered || lawful || byContract || exclusions.watches(found.cause())) {
            return;
        }
        if (!policy.contractWins() && judgeContract("cause", found.cause(), word, lawful)) {
            return;
        }
        if (coverage.causes().others() == Coverage.Others.COVERED && policy.knows(found.cause())) {
            supports(found.cause(), word);
        } else {
            judgeUnknownCause(found, word);
        }
    }

    /** Neither covered nor excluded, or excluded but for an exception: a person decides, and a person's decision is cited. */
    private void judgeUnknownCause(Diagnosis found, Origin word) {
        Coverage.Causes causes = coverage.causes();
        Settlements.Standing standing = settlements.standing(new Doubt(causes.clause(), "cause"), found.concludedAt());
        if (evidenceIds.isEmpty() && settlements.ruledOut(causes.clause(), found.concludedAt()) == null) {
            lacksFile |= standing.effect() != Effect.UNDECIDED;
            standing = Settlements.Standing.OPEN;
        }
        Effect effect = standing.effect() == Effect.DISMISSED ? Effect.SUPPORTS : standing.effect();
        doubted |= effect == Effect.UNDECIDED;
        excluded |= effect == Effect.EXCLUDES;
        cite(causes.clause(), effect, "cause", found.cause())
                .evidence(evidenceIds)
                .confirmation(standing.by() == null ? word.confirmation() : standing.by())
                .reading(causes.reading())
                .otherwise(effect == Effect.SUPPORTS ? null : otherThan(found.cause()))
                .add();
    }

    private Otherwise otherThan(String cause) {
        List<String> covered = known.coveredInPlaceOf(cause);
        return covered.isEmpty()
                ? new Otherwise(Phrase.UNDECIDED, cause)
                : new Otherwise(exclusions.isExcepted(cause) ? Phrase.EXCEPTED : Phrase.UNKNOWN_CAUSE, cause, covered);
    }

    /** A cause that looks like somebody's fault where the policy excludes nothing. */
    private void judgeDoubtful(String fact, String cause, Origin word) {
        Coverage.Doubtful doubtful = coverage.doubtful();
        if (doubtful == null) {
            return;
        }
        boolean shown = !word.evidenceIds().isEmpty();
        Doubt asked = new Doubt(doubtful.clause(), fact);
        Settlements.Standing standing = settlements.standing(asked, word.since(), shown);
        lacksFile |= standing.effect() == Effect.UNDECIDED && settlements.of(asked, word.since()) != null;
        doubted |= standing.effect() == Effect.UNDECIDED;
        excluded |= standing.effect() == Effect.EXCLUDES;
        cite(doubtful.clause(), standing.effect(), fact, cause)
                .evidence(word.evidenceIds())
                .confirmation(standing.by() == null ? word.confirmation() : standing.by())
                .reading(doubtful.reading())
                .otherwise(
                        standing.effect() == Effect.UNDECIDED
                                ? new Otherwise(Phrase.SUSPECTED, cause)
                                : standing.effect() == Effect.EXCLUDES
                                        ? new Otherwise(Phrase.ESTABLISHED, cause)
                                        : null)
                .add();
    }

    /** Whether the contract takes this cause out of cover; cited if it would, also where the law goes first (B1.1). */
    private boolean judgeContract(String fact, String cause, Origin word, boolean lawful) {
        Exclusion exclusion = policy.excludedByContract();
        if (exclusion == null || !facts.contractTerms().excludedCauses().contains(cause)) {
            return false;
        }
        exclusions.byContract(exclusion, fact, cause, word, lawful);
        return !lawful || !policy.lawGoesBeforeContract();
    }

    /** Every suspicion was dismissed or disputed away, and with it the only reason not to take the fault for a covered one. */
    private void judgeDismissals(Diagnosis found) {
        if (policy.covers(found.cause()) || !exclusions.clear() || doubted || excluded) {
            return;
        }
        Confirmation by = citations.liftedBy();
        if (by == null) {
            return;
        }
        // The dismissed cause is no fact that could speak for cover.
        citations
                .of(
                        coverage.causes().clause(),
                        Effect.SUPPORTS,
                        "cause",
                        new Found.Lifted(
                                citations.liftedCauses(Effect.DISMISSED),
                                citations.liftedCauses(Effect.DISPUTE_UPHELD)))
                .evidence(evidenceIds)
                .confirmation(by)
                .reading(coverage.causes().reading())
                .add();
    }

    /** What the customer says it was: a suspicion, until a technician has established the cause. */
    private void judgeDeclaration() {
        String declared = facts.declaredCause();
        if (declared == null || (diagnosis != null && outweighs(diagnosis, declared))) {
            return;
        }
        Origin word = known.claimed();
        exclusions.cause("declaredCause", declared, word, law(declared) != null);
        exclusions.saidCause("declaredCause", declared, word);
        judgeContract("declaredCause", declared, word, law(declared) != null);
        if (policy.doubts(declared) && law(declared) == null) {
            judgeDoubtful("declaredCause", declared, word);
        }
        for (Observed observed : policy.observedBy(declared)) {
            exclusions.said(observed, word, evidence::standingIn);
        }
    }

    /** What the customer says was seen of the line: a suspicion, as long as no diagnosis says it (A3.7, reading R-A3). */
    private void judgeReports() {
        for (int fact : policy.reportedFacts()) {
            FactRule rule = policy.fact(fact);
            String reported = line.attributes().get(rule.name());
            if (reported != null && rule.reported().contains(reported) && known.value(fact) == null) {
                exclusions.said(new Observed(fact, rule.name(), reported), known.claimed(), evidence::standingIn);
            }
        }
    }

    private static boolean outweighs(Diagnosis diagnosis, String declared) {
        return diagnosis.cause().equals(declared)
                || (diagnosis.causeConfirmed() && diagnosis.confirmedBy().kind() == Confirmer.Kind.TECHNICIAN);
    }

    // ---- What the law says

    /** What the law grants for this cause today; absent when nothing, or when the overlay is off. */
    private Statutory.@Nullable Rule law(String cause) {
        Statutory law = policy.law();
        if (law == null) {
            return null;
        }
        for (Statutory.Rule rule : law.rules()) {
            if (rule.causes().contains(cause) && term.withinFromAnchor(rule.within())) {
                return rule;
            }
        }
        return null;
    }

    /** Whether there is a cause for which the law would grant something today. */
    private boolean mayGrantByLaw() {
        Statutory law = policy.law();
        if (law == null) {
            return false;
        }
        for (Statutory.Rule rule : law.rules()) {
            if (term.withinFromAnchor(rule.within())) {
                return true;
            }
        }
        return false;
    }

    private void citeLaw(Statutory.Rule rule, String cause, Origin word) {
        Statutory law = policy.law();
        if (law != null) {
            cite(law.clause(), Effect.SUPPORTS, "cause", cause)
                    .evidence(evidenceIds)
                    .confirmation(word.confirmation())
                    .reading(rule.reading() == null ? law.reading() : rule.reading())
                    .add();
        }
    }

    // ---- What is missing

    private void judgeEvidence() {
        EvidenceCheck.Law law = diagnosis == null
                ? mayGrantByLaw() ? EvidenceCheck.Law.MAY_GRANT : EvidenceCheck.Law.SILENT
                : law(diagnosis.cause()) != null ? EvidenceCheck.Law.GRANTS : EvidenceCheck.Law.SILENT;
        for (Requirement requirement : policy.rules().evidence()) {
            // A ground against the line that a person looks at, or has confirmed, makes some evidence needless.
            String standIn = requirement.unlessSuspected();
            if (standIn == null || !citations.stands(standIn)) {
                evidence.check(requirement, law, missing);
            }
        }
    }

    private void judgeConsents(Consent.Needed needed) {
        for (Consent consent : policy.rules().consents()) {
            if (consent.needed() == needed) {
                evidence.check(consent, missing);
            }
        }
    }

    // ---- How it is served

    /** The route of a covered line; it leaves a doubt when the policy does not simply grant the one asked for. */
    private Route judgeRoute(Diagnosis found) {
        Route asked = found.disposition();
        Statutory.Rule law = law(found.cause());
        Statutory statutory = policy.law();
        if (law != null && statutory != null && law.routes().contains(asked)) {
            cite(statutory.clause(), Effect.GRANTS, "route", asked.name())
                    .reading(law.reading() == null ? statutory.reading() : law.reading())
                    .add();
            return asked;
        }
        Coverage.RouteRule rule = coverage.routes().get(asked);
        if (rule != null && !rule.byPerson() && known.hold(policy.conditions(asked)) == Truth.TRUE) {
            citeRoute(asked, rule, Effect.GRANTS).add();
            return asked;
        }
        ContractRules contract = asked == Route.ON_SITE && contractPromisesVisits()
                ? policy.rules().contract()
                : null;
        if (contract != null && (policy.contractWins() || (rule != null && rule.orContract() != null))) {
            cite(contract, Effect.GRANTS, asked).add();
            return asked;
        }
        String clause = contract != null
                ? contract.clause()
                : rule == null ? coverage.causes().clause() : rule.clause();
        Review review = settlements.of(new Doubt(clause, "route"), found.concludedAt());
        if (review == null) {
            doubted = true;
            (contract != null ? cite(contract, Effect.UNDECIDED, asked) : citeRoute(asked, rule, Effect.UNDECIDED))
                    .otherwise(new Otherwise(Phrase.ROUTE, asked.name()))
                    .add();
            return asked;
        }
        if (contract != null && review.outcome() == Review.Outcome.DISMISS) {
            cite(contract, Effect.GRANTS, asked)
                    .confirmation(review.confirmation())
                    .add();
            return asked;
        }
        Route route = review.outcome() == Review.Outcome.DISMISS ? asked : coverage.fallback();
        citeRoute(route, coverage.routes().get(route), Effect.GRANTS)
                .confirmation(review.confirmation())
                .add();
        return route;
    }

    /** Whether the contract promises service on site where the unit stands, and the policy heeds that. */
    private boolean contractPromisesVisits() {
        String site = facts.site();
        if (site == null || !policy.heedsContract(ContractRules.Part.ON_SITE)) {
            return false;
        }
        for (String promised : facts.contractTerms().onSite()) {
            if (Regions.isWithin(site, promised)) {
                return true;
            }
        }
        return false;
    }

    private Citations.Making cite(ContractRules contract, Effect effect, Route route) {
        return cite(contract.clause(), effect, "route", route.name()).reading(contract.reading());
    }

    /** A route that the policy does not know is cited under the clause that says what is served. */
    private Citations.Making citeRoute(Route route, Coverage.@Nullable RouteRule rule, Effect effect) {
        return rule == null
                ? cite(coverage.causes().clause(), effect, "route", route.name())
                : cite(rule.clause(), effect, "route", route.name()).reading(rule.reading());
    }

    // ---- What comes of it

    private LineOutcome covered(Route route) {
        for (Basis grant : coverage.grants()) {
            // What the contract lays on somebody else is not granted whole: the charges say what is left of it.
            if (!charges.isCurtailed(grant.clause()) && !charges.isLaidOnCustomer(grant)) {
                grant(grant, "route", route.name());
            }
        }
        List<ChargeSplit> split = charges.split(Charge.When.COVERED, stood());
        if (charges.doubted()) {
            return needsReview();
        }
        if (bears(split, Payer.CUSTOMER)) {
            Basis basis = laidBy(split);
            return bears(split, Payer.VENDOR) ? partial(basis, split) : notCovered(basis, split);
        }
        return new LineOutcome.Covered(line.line(), route, split, because(Verdict.COVERED));
    }

    /** Who paid for what before the last dispute was upheld: that may help the customer, and never does harm. */
    private List<ChargeSplit> stood() {
        return brought.rulings().isEmpty()
                ? List.of()
                : new LineJudgement(policy, facts, claimed, evidenceIds, brought.beforeLastRuling(), pass)
                        .outcome()
                        .charges();
    }

    private LineOutcome notCovered() {
        List<ChargeSplit> split =
                charges.split(term.expired() ? Charge.When.AFTER_TERM : Charge.When.EXCLUDED, stood());
        if (charges.doubted()) {
            return needsReview();
        }
        Basis basis = ground();
        if (bears(split, Payer.VENDOR)) {
            return partial(basis, split);
        }
        return notCovered(basis, split);
    }

    /** What lays parts or labour of a line that nothing excludes on the customer: there a quote for them rests. */
    private static Basis laidBy(List<ChargeSplit> split) {
        for (ChargeSplit share : split) {
            if (isOfRepair(share) && share.payer() == Payer.CUSTOMER) {
                return new Basis(share.clause(), share.reading());
            }
        }
        throw new IllegalStateException("the customer bears neither parts nor labour");
    }

    private LineOutcome notCovered(Basis basis, List<ChargeSplit> split) {
        grant(basis, "quote", "OFFERED");
        return new LineOutcome.NotCovered(
                line.line(),
                new Quote(basis.clause(), basis.reading()),
                split,
                because(Verdict.NOT_COVERED_OFFER_QUOTE));
    }

    /** On what paid service is offered: on the rule that charges, where the pack says so, else on that of the term. */
    private Basis ground() {
        Basis charging = charges.groundOfQuote();
        if (charging != null) {
            return charging;
        }
        return term.expired() ? policy.rules().term().quote() : policy.rules().quoteInTerm();
    }

    private LineOutcome partial(Basis basis, List<ChargeSplit> split) {
        grant(basis, "quote", "OFFERED");
        return new LineOutcome.Partial(
                line.line(), new Quote(basis.clause(), basis.reading()), split, because(Verdict.COVERED_PARTIAL));
    }

    /** Whether he pays for parts or for labour. */
    private static boolean bears(List<ChargeSplit> split, Payer payer) {
        for (ChargeSplit share : split) {
            if (isOfRepair(share) && share.payer() == payer) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfRepair(ChargeSplit share) {
        return share.item() == ChargeItem.PARTS || share.item() == ChargeItem.LABOUR;
    }

    private LineOutcome needsEvidence() {
        return new LineOutcome.NeedsEvidence(line.line(), missing, because(Verdict.NEEDS_EVIDENCE));
    }

    private LineOutcome needsReview() {
        return new LineOutcome.NeedsReview(
                line.line(), lacksFile || exclusions.lacksFile(), because(Verdict.NEEDS_REVIEW));
    }

    private void grant(Basis basis, String fact, String value) {
        cite(basis.clause(), Effect.GRANTS, fact, value)
                .reading(basis.reading())
                .add();
    }

    private Reasoning because(@Nullable Verdict verdict) {
        return new Reasoning(policy, verdict, citations.made());
    }

    private Citations.Making cite(String clause, Effect effect, String fact, String value) {
        return citations.of(clause, effect, fact, value);
    }
}
