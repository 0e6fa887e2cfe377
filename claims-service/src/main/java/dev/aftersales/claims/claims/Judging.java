package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.MissingEvidence;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.contracts.events.claims.ServiceAuthorised;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lets the engine's outcomes take effect on the lines: states, events, timeline. */
final class Judging {

    private final Amendment amendment;
    private final Claim claim;
    private final Actor actor;
    private final List<Integer> admitted = new ArrayList<>();
    private final List<CoverageDecided.Line> decided = new ArrayList<>();
    private final Map<String, CoverageDecided.Explanation> reasons = new HashMap<>();
    private final List<ServiceAuthorised.Line> authorised = new ArrayList<>();
    private final Set<EvidenceRequested.Item> missing = new LinkedHashSet<>();
    private final Map<Group, List<Integer>> told = new LinkedHashMap<>();

    private record Group(
            TimelineEntry.What what,
            List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note) {}

    /** @param actor by whose word the judgement came about: the policy's alone, or a person's */
    Judging(Amendment amendment, Actor actor) {
        this.amendment = amendment;
        this.claim = amendment.before();
        this.actor = actor;
    }

    /** Applies the outcomes; of a line that is judged for good already nothing changes. */
    void apply(List<LineOutcome> outcomes) {
        for (LineOutcome outcome : outcomes) {
            amendment
                    .line(outcome.line())
                    .filter(line -> line.state() instanceof LineState.Undecided)
                    .ifPresent(line -> apply(line, outcome));
        }
        told.forEach((group, lines) ->
                amendment.note(group.what(), actor, lines, group.clauses(), group.explanationId(), group.note()));
        tell();
    }

    private void apply(ClaimLine line, LineOutcome outcome) {
        LineState next =
                switch (outcome) {
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
                        String quote = "/api/v1/claims/" + claim.id() + "/quote";
                        say(TimelineEntry.What.NOT_COVERED, line, outcome, null);
                        decide(line, outcome, Verdict.NOT_COVERED_OFFER_QUOTE, null, quote);
                        yield new LineState.NotCovered(quote);
                    }
                    case LineOutcome.Redirected r -> {
                        say(TimelineEntry.What.REDIRECTED, line, outcome, null);
                        decide(line, outcome, Verdict.REDIRECT, null, null);
                        yield new LineState.Redirected();
                    }
                    case LineOutcome.Covered covered -> {
                        Route route = covered.route();
                        say(TimelineEntry.What.COVERED, line, outcome, route.name());
                        decide(line, outcome, outcome.verdict().orElse(Verdict.COVERED), route, null);
                        authorise(line, route);
                        yield new LineState.Authorised(route);
                    }
                };
        if (line.state() instanceof LineState.Undecided undecided
                && undecided.judged(next) instanceof Transition.Moved moved) {
            amendment.put(line.judged(
                    moved.next(),
                    outcome.verdict().orElse(null),
                    outcome.explanation().clauses(),
                    outcome.explanation().id()));
        }
    }

    private void authorise(ClaimLine line, Route route) {
        Conclusion conclusion = line.conclusion();
        if (route == Route.PARTS && conclusion != null) {
            authorised.add(
                    new ServiceAuthorised.Line(line.line(), line.serial(), claim.model(), route, conclusion.parts()));
            group(TimelineEntry.What.SERVICE_AUTHORISED, List.of(), null, route.name(), line);
        } else {
            group(TimelineEntry.What.WAITING_FOR_SERVICE, List.of(), null, route.name(), line);
        }
    }

    private void decide(
            ClaimLine line, LineOutcome outcome, Verdict verdict, @Nullable Route route, @Nullable String quote) {
        CoverageDecided.Explanation explanation = Reasons.of(outcome.explanation());
        reasons.put(explanation.id(), explanation);
        decided.add(new CoverageDecided.Line(
                line.line(),
                line.serial(),
                verdict,
                route,
                outcome.explanation().clauses(),
                explanation.id(),
                quote));
    }

    private void say(TimelineEntry.What what, ClaimLine line, LineOutcome outcome, @Nullable String note) {
        group(what, outcome.explanation().clauses(), outcome.explanation().id(), note, line);
    }

    private void group(
            TimelineEntry.What what,
            List<String> clauses,
            @Nullable String explanationId,
            @Nullable String note,
            ClaimLine line) {
        told.computeIfAbsent(new Group(what, clauses, explanationId, note), group -> new ArrayList<>())
                .add(line.line());
    }

    private static String items(LineOutcome.NeedsEvidence needs) {
        Set<String> items = new TreeSet<>();
        needs.missing().forEach(m -> items.add(m.item()));
        return String.join(",", items);
    }

    private static EvidenceRequested.Item item(MissingEvidence missing, ClaimLine line) {
        return new EvidenceRequested.Item(missing.clause(), missing.item(), missing.wholeClaim() ? null : line.line());
    }

    private void tell() {
        Set<Integer> numbers = Set.copyOf(admitted);
        List<UnitLine> toDiagnose = amendment.lines().stream()
                .filter(line -> numbers.contains(line.line()))
                .map(ClaimLine::unit)
                .toList();
        if (!toDiagnose.isEmpty()) {
            amendment.tell(new DiagnosisRequested(
                    claim.id(),
                    claim.vendor(),
                    claim.policyVersion(),
                    claim.customer(),
                    claim.contractNumber(),
                    claim.model(),
                    claim.faultCode(),
                    toDiagnose,
                    amendment.claim().evidenceIds()));
        }
        for (List<CoverageDecided.Line> lines :
                Chunks.of(decided, Judging::bytes, CoverageDecided.Line::explanationId, id -> bytes(reasons(id)))) {
            amendment.tell(new CoverageDecided(
                    claim.id(), claim.vendor(), claim.policyVersion(), claim.customer(), lines, explanations(lines)));
        }
        for (List<ServiceAuthorised.Line> lines : Chunks.of(authorised, Judging::bytes)) {
            amendment.tell(new ServiceAuthorised(claim.id(), claim.vendor(), claim.customer(), lines));
        }
        for (List<EvidenceRequested.Item> items : Chunks.of(List.copyOf(missing), Judging::bytes)) {
            amendment.tell(new EvidenceRequested(claim.id(), claim.vendor(), claim.customer(), items));
        }
    }

    /** Those that the lines name and that have something to tell, each once. */
    private List<CoverageDecided.Explanation> explanations(List<CoverageDecided.Line> lines) {
        return lines.stream()
                .map(CoverageDecided.Line::explanationId)
                .distinct()
                .map(this::reasons)
                .filter(explanation -> !explanation.reasons().isEmpty())
                .toList();
    }

    private CoverageDecided.Explanation reasons(String id) {
        return Objects.requireNonNull(reasons.get(id), id);
    }

    // Upper estimates: the names of the properties and what escaping may add to the texts.

    private static int bytes(CoverageDecided.Line line) {
        int clauses =
                line.clauses().stream().mapToInt(clause -> text(clause) + 3).sum();
        return 130 + text(line.serial()) + clauses + line.explanationId().length() + text(line.quoteRoute());
    }

    private static int bytes(CoverageDecided.Explanation explanation) {
        return 40
                + text(explanation.id())
                + explanation.reasons().stream().mapToInt(Judging::bytes).sum();
    }

    private static int bytes(CoverageDecided.Reason reason) {
        return 150
                + text(reason.clause())
                + bytes(reason.text())
                + text(reason.fact())
                + text(reason.value())
                + bytes(reason.counterfactual())
                + text(reason.reading());
    }

    private static int bytes(CoverageDecided.@Nullable Words words) {
        return words == null ? 0 : text(words.en()) + text(words.zh());
    }

    private static int bytes(ServiceAuthorised.Line line) {
        int parts =
                line.parts().stream().mapToInt(part -> text(part.part()) + 35).sum();
        return 80 + text(line.serial()) + text(line.model()) + parts;
    }

    private static int bytes(EvidenceRequested.Item item) {
        return 50 + text(item.clause()) + text(item.item());
    }

    private static int text(@Nullable String text) {
        return text == null ? 0 : StandardCharsets.UTF_8.encode(text).remaining() + 10;
    }
}
