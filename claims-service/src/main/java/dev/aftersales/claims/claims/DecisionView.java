package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.claims.adjudication.Ruling;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of each line, and why in full: every clause, the fact, who stands for it, what would change it.
 *
 * @param history every decision there was, oldest first; only for a reader who asked for it
 */
record DecisionView(
        String claimId,
        String policyVersion,
        List<LineView> lines,
        List<ExplanationView> explanations,
        @Nullable List<EntryView> history) {

    /**
     * One line's last judgement, and what stands beside it. Reviews, which have a person's words in them, only for the
     * vendor's staff.
     *
     * @param clauses all that are cited, as in an evaluation
     * @param deciding those of them that made the verdict
     * @param charges who pays for what; absent when the policy says nothing of it
     * @param toCustomer why, in the words that the last reviewer said to the customer
     * @param review the last one
     * @param reviews all that there were, oldest first
     * @param dispute the number of the open one
     * @param rulings disputes that were upheld
     */
    record LineView(
            int line,
            @Nullable String serial,
            Stage state,
            @Nullable Verdict verdict,
            List<String> clauses,
            List<String> deciding,
            List<String> readings,
            @Nullable String explanationId,
            @Nullable List<ChargeSplit> charges,
            @Nullable String quoteRoute,
            @Nullable String toCustomer,
            @Nullable Review review,
            @Nullable List<Review> reviews,
            @Nullable GoodwillView goodwill,
            @Nullable Integer dispute,
            @Nullable List<Ruling> rulings) {}

    /**
     * What the vendor bears beside the verdict.
     *
     * @param grant {@code FULL}, or the items
     * @param reason only for the vendor's staff
     * @param toCustomer why, in words for the customer
     * @param text all of it but the reason, in the reader's language
     */
    record GoodwillView(
            Object grant,
            @Nullable Route route,
            @Nullable String reading,
            @Nullable String reason,
            @Nullable String toCustomer,
            String by,
            Instant at,
            String text) {
        static GoodwillView of(Goodwill goodwill, boolean readerIsStaff, Function<String, Text> words, Locale reader) {
            List<ChargeItem> items = goodwill.items();
            return new GoodwillView(
                    goodwill.isFull() ? "FULL" : items,
                    goodwill.route(),
                    goodwill.reading(),
                    readerIsStaff ? goodwill.reason() : null,
                    goodwill.toCustomer(),
                    goodwill.by(),
                    goodwill.at(),
                    GoodwillText.of(goodwill, words, reader));
        }
    }

    /**
     * One explanation, shared by all lines that name it; its text in the reader's language, its parts in both.
     *
     * @param verdict absent for lines that go on to diagnosis
     * @param outcome the verdict in one sentence, or that there is none yet
     */
    record ExplanationView(
            String id,
            String policyVersion,
            @Nullable Verdict verdict,
            Text outcome,
            List<String> readings,
            List<Citation> citations,
            String text) {
        static ExplanationView of(String id, Explanation explanation, Locale reader) {
            return new ExplanationView(
                    id,
                    explanation.policyVersion(),
                    explanation.verdict(),
                    explanation.outcome(),
                    explanation.readings(),
                    explanation.citations(),
                    explanation.text(reader));
        }
    }

    /** One decision of the past. */
    record EntryView(
            int seq,
            Instant at,
            Pass pass,
            Actor by,
            @Nullable Verdict verdict,
            String explanationId,
            @Nullable List<ChargeSplit> charges,
            List<Integer> lines) {
        static EntryView of(DecisionEntry entry) {
            return new EntryView(
                    entry.seq(),
                    entry.at(),
                    entry.pass(),
                    entry.by(),
                    entry.verdict(),
                    entry.explanationId(),
                    entry.charges().isEmpty() ? null : entry.charges(),
                    entry.lines());
        }
    }

    /**
     * What the reader sees of it.
     *
     * @param explanations that the lines name, and the history where it is shown; in the order in which they are shown
     * @param words what people call a code
     */
    static DecisionView of(
            Claim claim,
            Map<String, Explanation> explanations,
            Function<String, Text> words,
            Locale reader,
            boolean readerIsStaff,
            boolean withHistory) {
        return new DecisionView(
                claim.id(),
                claim.policyVersion(),
                claim.lines().stream()
                        .map(line ->
                                line(claim, line, explanations.get(line.explanationId()), words, reader, readerIsStaff))
                        .toList(),
                explanations.entrySet().stream()
                        .map(entry -> ExplanationView.of(entry.getKey(), entry.getValue(), reader))
                        .toList(),
                withHistory ? claim.decisions().stream().map(EntryView::of).toList() : null);
    }

    private static LineView line(
            Claim claim,
            ClaimLine line,
            @Nullable Explanation explanation,
            Function<String, Text> words,
            Locale reader,
            boolean readerIsStaff) {
        List<ChargeSplit> charges =
                claim.decision(line.line()).map(DecisionEntry::charges).orElse(List.of());
        Goodwill goodwill = line.goodwill();
        return new LineView(
                line.line(),
                line.serial(),
                line.state().stage(),
                line.verdict(),
                line.clauses(),
                explanation == null ? List.of() : explanation.deciding(),
                line.readings(),
                line.explanationId(),
                charges.isEmpty() ? null : charges,
                ClaimView.LineView.quoteRoute(line.state()),
                line.reviews().isEmpty() ? null : line.reviews().getLast().toCustomer(),
                readerIsStaff && !line.reviews().isEmpty() ? line.reviews().getLast() : null,
                readerIsStaff && !line.reviews().isEmpty() ? line.reviews() : null,
                goodwill == null ? null : GoodwillView.of(goodwill, readerIsStaff, words, reader),
                line.state() instanceof LineState.Disputed disputed ? disputed.dispute() : null,
                line.rulings().isEmpty() ? null : line.rulings());
    }
}
