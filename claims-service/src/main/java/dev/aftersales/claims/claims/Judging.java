package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.MissingEvidence;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets the engine's outcomes take effect on the lines: states, decisions, events, timeline. */
final class Judging {

    private final Amendment amendment;
    private final Claim claim;
    private final Function<String, Text> words;
    private final Function<String, Optional<Explanation>> kept;
    private final List<String> causes;
    private final Actor actor;
    private final Actor decidedBy;
    private final Map<Decided, List<Integer>> decisions = new LinkedHashMap<>();
    private final List<Integer> admitted = new ArrayList<>();
    private final CoverageNews coverage;
    private final Authorising authorising;
    private final Set<EvidenceRequested.Item> missing = new LinkedHashSet<>();
    private final Map<Group, List<Integer>> told = new LinkedHashMap<>();

    /** What was told of explanations of earlier judgements; empty for one that is not kept. */
    private final Map<String, Optional<List<CoverageDecided.Reason>>> reasonsBefore = new HashMap<>();

    private record Group(
            TimelineEntry.What what,
            List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note) {}

    private record Decided(Pass pass, @Nullable Verdict verdict, String explanationId, List<ChargeSplit> charges) {}

    /** A judgement that the policy alone brought about. */
    Judging(Amendment amendment, Judge judge) {
        this(amendment, judge, Actor.policy(amendment.before().policyVersion()));
    }

    /** @param decidedBy by whose word the judgement came about: the policy's alone, or a person's */
    Judging(Amendment amendment, Judge judge, Actor decidedBy) {
        this(
                amendment,
                judge.words(amendment.before()),
                judge::explanation,
                judge.policy(amendment.before()).causes(),
                decidedBy);
    }

    /**
     * A judgement.
     *
     * @param words what people call a code
     * @param kept explanations of earlier judgements, by id
     * @param causes that a diagnosis may name
     */
    Judging(
            Amendment amendment,
            Function<String, Text> words,
            Function<String, Optional<Explanation>> kept,
            List<String> causes,
            Actor decidedBy) {
        this.amendment = amendment;
        this.claim = amendment.before();
        this.words = words;
        this.kept = kept;
        this.causes = causes;
        this.actor = Actor.policy(claim.policyVersion());
        this.decidedBy = decidedBy;
        this.coverage = new CoverageNews(amendment, words);
        this.authorising = new Authorising(amendment);
    }

    /** Applies the outcomes; of a line that is judged for good already nothing changes. */
    void apply(List<LineOutcome> outcomes) {
        apply(outcomes, null);
    }

    /**
     * Applies the outcomes.
     *
     * @param dispute that was decided, and led to this judgement
     * @return the lines whose verdict is told
     */
    List<Integer> apply(List<LineOutcome> outcomes, CoverageDecided.@Nullable DisputeAnswer dispute) {
        for (LineOutcome outcome : outcomes) {
            amendment
                    .line(outcome.line())
                    .filter(line -> line.state() instanceof LineState.Undecided)
                    .filter(line -> !isAdmittedAgain(line, outcome))
                    .ifPresent(line -> apply(line, outcome));
        }
        record(dispute);
        return coverage.lines();
    }

    /**
     * Applies the outcomes of a fact that turned out to be another, to answered lines too. A line whose answer is the same
     * keeps it, with the quote for it, and says from now on what it rests on. What is agreed to or being served is not
     * taken back: a person has to talk with the customer about that.
     *
     * @return the lines that keep what they have although the facts now say otherwise
     */
    List<Integer> reconsider(List<LineOutcome> outcomes) {
        List<Integer> kept = new ArrayList<>();
        for (LineOutcome outcome : outcomes) {
            amendment.line(outcome.line()).ifPresent(line -> {
                switch (line.state()) {
                    case LineState.Disputed disputed -> {}
                    case LineState.Undecided undecided -> {
                        if (!isAdmittedAgain(line, outcome)) {
                            apply(line, outcome);
                        }
                    }
                    case LineState.Answered answered -> {
                        boolean sameWords = outcome.explanation().id().equals(line.explanationId());
                        if (!isAnsweredSo(line, outcome)) {
                            apply(line, outcome);
                        } else if (!sameWords) {
                            restate(line, outcome);
                        }
                    }
                    case LineState.PaymentAwaited awaited -> keepUnlessSame(line, outcome, kept);
                    case LineState.InService served -> keepUnlessSame(line, outcome, kept);
                    case LineState.Expired expired -> {}
                }
            });
        }
        record(null);
        return kept;
    }

    private void record(CoverageDecided.@Nullable DisputeAnswer dispute) {
        told.forEach((group, lines) ->
                amendment.note(group.what(), actor, lines, group.clauses(), group.explanationId(), group.note()));
        authorising.note(actor);
        decisions.forEach((decision, lines) -> amendment.decided(
                decision.pass(), decidedBy, decision.verdict(), decision.explanationId(), decision.charges(), lines));
        tell(dispute);
    }

    /** Whether the line has that verdict already, and by it everybody bears the same. */
    private boolean isAnsweredSo(ClaimLine line, LineOutcome outcome) {
        return outcome.verdict().filter(verdict -> verdict == line.verdict()).isPresent()
                && claim.decision(line.line())
                        .filter(decision -> decision.charges().equals(outcome.charges()))
                        .isPresent();
    }

    private void keepUnlessSame(ClaimLine line, LineOutcome outcome, List<Integer> kept) {
        if (!isAnsweredSo(line, outcome)) {
            kept.add(line.line());
        }
    }

    /** The same answer, resting on other facts. */
    private void restate(ClaimLine line, LineOutcome outcome) {
        outcome.verdict().ifPresent(verdict -> {
            say(what(outcome), line, outcome, null);
            decide(line, outcome, verdict, null, isQuoted(verdict) ? quoteRoute(claim) : null);
            put(line, line.state(), outcome);
        });
    }

    /** Whoever looks for what is wrong with it does so already. */
    private static boolean isAdmittedAgain(ClaimLine line, LineOutcome outcome) {
        return outcome instanceof LineOutcome.Admitted && line.state() instanceof LineState.InDiagnosis;
    }

    private void apply(ClaimLine line, LineOutcome outcome) {
        LineState next = next(line, outcome);
        Transition transition =
                switch (line.state()) {
                    case LineState.Undecided undecided -> undecided.judged(next);
                    case LineState.Answered answered -> answered.judgedAgain(next);
                    case LineState.PaymentAwaited awaited ->
                        new Transition.Refused("the customer agreed to pay for it");
                    case LineState.InService served -> new Transition.Refused("is served already");
                    case LineState.Expired expired -> new Transition.Refused("is ended");
                };
        if (transition instanceof Transition.Moved moved) {
            put(line, moved.next(), outcome);
        }
    }

    private void put(ClaimLine line, LineState next, LineOutcome outcome) {
        String explanationId = outcome.explanation().id();
        amendment.put(line.judged(
                next,
                outcome.verdict().orElse(null),
                outcome.explanation().clauses(),
                outcome.explanation().readings(),
                explanationId));
        decisions
                .computeIfAbsent(
                        new Decided(
                                Judge.passOf(line), outcome.verdict().orElse(null), explanationId, outcome.charges()),
                        decision -> new ArrayList<>())
                .add(line.line());
    }

    private LineState next(ClaimLine line, LineOutcome outcome) {
        Goodwill goodwill = line.goodwill();
        Conclusion conclusion = line.conclusion();
        if (goodwill != null && conclusion != null && !(outcome instanceof LineOutcome.Covered)) {
            if (goodwill.coversAll(outcome.charges())) {
                return servedOutOfGoodwill(line, outcome, goodwill.routeOr(conclusion));
            }
            if (outcome instanceof LineOutcome.NotCovered) {
                return partlyCovered(line, outcome, Verdict.NOT_COVERED_OFFER_QUOTE);
            }
        }
        return switch (outcome) {
            case LineOutcome.Admitted a -> {
                say(TimelineEntry.What.ADMITTED_TO_DIAGNOSIS, line, outcome, null);
                admitted.add(line.line());
                yield new LineState.InDiagnosis();
            }
            case LineOutcome.NeedsEvidence needs -> {
                say(TimelineEntry.What.EVIDENCE_REQUESTED, line, outcome, items(needs));
                needs.missing().forEach(m -> missing.add(item(m, line)));
                yield new LineState.AwaitingEvidence();
            }
            case LineOutcome.NeedsReview r -> {
                say(TimelineEntry.What.REVIEW_REQUESTED, line, outcome, null);
                decide(line, outcome, Verdict.NEEDS_REVIEW, null, null);
                yield new LineState.InReview(line.conclusion() == null);
            }
            case LineOutcome.NotCovered n -> {
                say(TimelineEntry.What.NOT_COVERED, line, outcome, null);
                decide(line, outcome, Verdict.NOT_COVERED_OFFER_QUOTE, null, quoteRoute(claim));
                yield new LineState.NotCovered(quoteRoute(claim));
            }
            case LineOutcome.Partial p -> partlyCovered(line, outcome, Verdict.COVERED_PARTIAL);
            case LineOutcome.Redirected r -> {
                say(TimelineEntry.What.REDIRECTED, line, outcome, null);
                decide(line, outcome, Verdict.REDIRECT, null, null);
                yield new LineState.Redirected();
            }
            case LineOutcome.Covered covered -> {
                Route route = covered.route();
                say(TimelineEntry.What.COVERED, line, outcome, route.name());
                decide(line, outcome, outcome.verdict().orElse(Verdict.COVERED), route, null);
                authorising.authorise(line, route);
                yield new LineState.Authorised(route);
            }
        };
    }

    /** Where the customer finds the quote of a claim, a path of the public API. */
    static String quoteRoute(Claim claim) {
        return "/api/v1/claims/" + claim.id() + "/quote";
    }

    private LineState partlyCovered(ClaimLine line, LineOutcome outcome, Verdict verdict) {
        say(TimelineEntry.What.PARTLY_COVERED, line, outcome, null);
        decide(line, outcome, verdict, null, quoteRoute(claim));
        return new LineState.PartlyCovered(quoteRoute(claim));
    }

    /** The verdict stands beside what was granted before it. */
    private LineState servedOutOfGoodwill(ClaimLine line, LineOutcome outcome, Route route) {
        Verdict verdict = outcome.verdict().orElse(Verdict.NEEDS_REVIEW);
        say(what(outcome), line, outcome, null);
        decide(line, outcome, verdict, route, isQuoted(verdict) ? quoteRoute(claim) : null);
        authorising.authorise(line, route);
        return new LineState.Authorised(route);
    }

    private static TimelineEntry.What what(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.Admitted a -> TimelineEntry.What.ADMITTED_TO_DIAGNOSIS;
            case LineOutcome.NeedsEvidence e -> TimelineEntry.What.EVIDENCE_REQUESTED;
            case LineOutcome.NeedsReview r -> TimelineEntry.What.REVIEW_REQUESTED;
            case LineOutcome.NotCovered n -> TimelineEntry.What.NOT_COVERED;
            case LineOutcome.Partial p -> TimelineEntry.What.PARTLY_COVERED;
            case LineOutcome.Redirected r -> TimelineEntry.What.REDIRECTED;
            case LineOutcome.Covered c -> TimelineEntry.What.COVERED;
        };
    }

    static boolean isQuoted(Verdict verdict) {
        return verdict == Verdict.NOT_COVERED_OFFER_QUOTE || verdict == Verdict.COVERED_PARTIAL;
    }

    private void decide(
            ClaimLine line, LineOutcome outcome, Verdict verdict, @Nullable Route route, @Nullable String quote) {
        coverage.add(
                line,
                verdict,
                outcome.explanation(),
                outcome.charges(),
                route,
                quote,
                isToldBefore(line, outcome, verdict));
    }

    /**
     * Whether the customer was told just this of the line, and nothing since: a look that a quote was asked for after, for
     * example, found the same. What a dispute or goodwill led to is told in any case.
     */
    private boolean isToldBefore(ClaimLine line, LineOutcome outcome, Verdict verdict) {
        String before = line.explanationId();
        if (line.verdict() != verdict
                || before == null
                || line.goodwill() != null
                || line.state() instanceof LineState.Disputed) {
            return false;
        }
        boolean sameCharges = claim.decision(line.line())
                .filter(decision -> decision.charges().equals(outcome.charges()))
                .isPresent();
        return sameCharges && isSameReason(before, outcome.explanation());
    }

    private boolean isSameReason(String before, Explanation now) {
        if (before.equals(now.id())) {
            return true;
        }
        List<CoverageDecided.Reason> reasons = Reasons.of(now).reasons();
        return reasonsBefore
                .computeIfAbsent(before, id -> kept.apply(id)
                        .map(told -> Reasons.of(told).reasons()))
                .filter(reasons::equals)
                .isPresent();
    }

    private void say(TimelineEntry.What what, ClaimLine line, LineOutcome outcome, @Nullable String note) {
        told.computeIfAbsent(
                        new Group(
                                what,
                                outcome.explanation().clauses(),
                                outcome.explanation().id(),
                                note),
                        group -> new ArrayList<>())
                .add(line.line());
    }

    private static String items(LineOutcome.NeedsEvidence needs) {
        Set<String> items = new TreeSet<>();
        needs.missing().forEach(m -> items.add(m.item()));
        return String.join(",", items);
    }

    private EvidenceRequested.Item item(MissingEvidence lacking, ClaimLine line) {
        Text word = words.apply(lacking.item());
        return new EvidenceRequested.Item(
                lacking.clause(),
                lacking.item(),
                lacking.wholeClaim() ? null : line.line(),
                new CoverageDecided.Words(word.en(), word.zh()));
    }

    private void tell(CoverageDecided.@Nullable DisputeAnswer dispute) {
        Set<Integer> numbers = Set.copyOf(admitted);
        List<UnitLine> toDiagnose = amendment.lines().stream()
                .filter(line -> numbers.contains(line.line()))
                .map(ClaimLine::unit)
                .toList();
        if (!toDiagnose.isEmpty()) {
            requestDiagnosis(amendment, toDiagnose, causes);
        }
        coverage.tell(dispute);
        authorising.tell();
        for (List<EvidenceRequested.Item> items :
                Chunks.of(List.copyOf(missing), EventBytes::of, Judging::ofAllLines, EventBytes::ofWords)) {
            amendment.tell(new EvidenceRequested(claim.id(), claim.vendor(), claim.customer(), wordsOnce(items)));
        }
    }

    /** The same, whichever line lacks it. */
    private static EvidenceRequested.Item ofAllLines(EvidenceRequested.Item item) {
        return new EvidenceRequested.Item(item.clause(), item.item(), item.line() == null ? null : 1, item.words());
    }

    /** A thousand lines that lack the same are asked for in one event, and so in one mail. */
    private static List<EvidenceRequested.Item> wordsOnce(List<EvidenceRequested.Item> items) {
        Set<EvidenceRequested.Item> said = new HashSet<>();
        return items.stream()
                .map(item -> said.add(ofAllLines(item))
                        ? item
                        : new EvidenceRequested.Item(item.clause(), item.item(), item.line(), null))
                .toList();
    }

    /** Asks what is wrong with these units. */
    static void requestDiagnosis(Amendment amendment, List<UnitLine> units, List<String> causes) {
        Claim now = amendment.claim();
        amendment.tell(new DiagnosisRequested(
                now.id(),
                now.vendor(),
                now.policyVersion(),
                now.customer(),
                now.contract().orElse(null),
                now.model(),
                now.faultCode(),
                units,
                now.evidenceIds(),
                causes));
    }
}
