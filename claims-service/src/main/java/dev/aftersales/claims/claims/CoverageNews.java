package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.WithdrawnQuote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what is to be told of verdicts, and tells it in events that fit. */
final class CoverageNews {

    private final Amendment amendment;
    private final Function<String, Text> words;
    private final List<CoverageDecided.Line> lines = new ArrayList<>();
    private final Map<String, CoverageDecided.Explanation> reasons = new HashMap<>();

    /** @param words what people call a code */
    CoverageNews(Amendment amendment, Function<String, Text> words) {
        this.amendment = amendment;
        this.words = words;
    }

    /**
     * The verdict on a line.
     *
     * @param route only when the line is served
     * @param quote only when the customer has to pay for something
     * @param toldBefore whether the customer was told the same last
     */
    void add(
            ClaimLine line,
            Verdict verdict,
            Explanation explanation,
            List<ChargeSplit> charges,
            @Nullable Route route,
            @Nullable String quote,
            boolean toldBefore) {
        CoverageDecided.Explanation told = Reasons.of(explanation);
        reasons.put(told.id(), told);
        lines.add(new CoverageDecided.Line(
                line.line(),
                line.serial(),
                verdict,
                route,
                explanation.clauses(),
                told.id(),
                quote,
                charges.isEmpty() ? null : charges.stream().map(this::charge).toList(),
                goodwill(line.goodwill()),
                toldBefore ? true : null,
                sendsOnlyParts(line, route) ? true : null,
                null,
                isExplained(line) ? true : null));
    }

    /**
     * Whether a person has said why in words for the customer, and this is the first that is told since: what was said of an
     * earlier verdict explains no later one. They are free text, so that no event carries them.
     */
    private boolean isExplained(ClaimLine line) {
        Goodwill goodwill = line.goodwill();
        if (goodwill != null
                && goodwill.toCustomer() != null
                && stoodBefore().map(ClaimLine::goodwill).noneMatch(goodwill::equals)) {
            return true;
        }
        Review last = line.reviews().isEmpty() ? null : line.reviews().getLast();
        return last != null && last.toCustomer() != null && !isAnnounced(line, last);
    }

    /** Not all that a person says leads to an answer: what lets a line go on is told with the answer that it goes on to. */
    private boolean isAnnounced(ClaimLine line, Review review) {
        List<Integer> reviewed = stoodBefore()
                .filter(before -> before.reviews().contains(review))
                .map(ClaimLine::line)
                .toList();
        if (reviewed.isEmpty()) {
            return false;
        }
        List<DecisionEntry> since = amendment.before().decisions().stream()
                .filter(decision -> !decision.at().isBefore(review.at()))
                .toList();
        List<DecisionEntry> own = about(since, List.of(line.line()));
        // A line that was split off since has none of its own.
        return (own.isEmpty() ? about(since, reviewed) : own).stream().anyMatch(CoverageNews::isTold);
    }

    private static List<DecisionEntry> about(List<DecisionEntry> decisions, List<Integer> lines) {
        return decisions.stream()
                .filter(decision -> decision.lines().stream().anyMatch(lines::contains))
                .toList();
    }

    /** What is wanted for an answer is asked for, and no answer. */
    private static boolean isTold(DecisionEntry decision) {
        return decision.verdict() != null && decision.verdict() != Verdict.NEEDS_EVIDENCE;
    }

    /** All lines: one that was split off has what happened to the one that it was of. */
    private Stream<ClaimLine> stoodBefore() {
        return amendment.before().lines().stream();
    }

    /** By the way it is served, or where that is open, by what the diagnosis proposes. */
    private static boolean sendsOnlyParts(ClaimLine line, @Nullable Route route) {
        if (route != null) {
            return route == Route.PARTS;
        }
        Conclusion conclusion = line.conclusion();
        return conclusion != null && conclusion.diagnosis().disposition() == Route.PARTS;
    }

    /** The lines that there is something to tell of. */
    List<Integer> lines() {
        return lines.stream().map(CoverageDecided.Line::line).toList();
    }

    /** @param dispute that led to it; absent when none did */
    void tell(CoverageDecided.@Nullable DisputeAnswer dispute) {
        Claim claim = amendment.before();
        // Told once, however many events it takes.
        List<WithdrawnQuote> withdrawn = Quoting.overtaken(amendment);
        for (List<CoverageDecided.Line> chunk : Chunks.of(
                lines, EventBytes::of, CoverageDecided.Line::explanationId, id -> EventBytes.of(reasons(id)))) {
            amendment.tell(new CoverageDecided(
                    claim.id(),
                    claim.vendor(),
                    claim.policyVersion(),
                    claim.customer(),
                    chunk,
                    explanations(chunk),
                    dispute,
                    withdrawn));
            withdrawn = null;
        }
    }

    /** Those that the lines name and that have something to tell, each once. */
    private List<CoverageDecided.Explanation> explanations(List<CoverageDecided.Line> chunk) {
        return chunk.stream()
                .map(CoverageDecided.Line::explanationId)
                .distinct()
                .map(this::reasons)
                .filter(explanation -> !explanation.reasons().isEmpty())
                .toList();
    }

    private CoverageDecided.Explanation reasons(String id) {
        return Objects.requireNonNull(reasons.get(id), id);
    }

    private CoverageDecided.Charge charge(ChargeSplit charge) {
        return new CoverageDecided.Charge(
                charge.item().name(), words(charge.item()), payer(charge.payer()), charge.clause(), charge.reading());
    }

    static CoverageDecided.Payer payer(Payer payer) {
        return switch (payer) {
            case VENDOR -> CoverageDecided.Payer.VENDOR;
            case CUSTOMER -> CoverageDecided.Payer.CUSTOMER;
            case AGREE -> CoverageDecided.Payer.AGREE;
        };
    }

    private CoverageDecided.@Nullable Goodwill goodwill(@Nullable Goodwill granted) {
        if (granted == null) {
            return null;
        }
        return new CoverageDecided.Goodwill(
                granted.isFull()
                        ? null
                        : granted.items().stream().map(this::words).toList());
    }

    private CoverageDecided.Words words(ChargeItem item) {
        Text text = words.apply(item.name());
        return new CoverageDecided.Words(text.en(), text.zh());
    }
}
