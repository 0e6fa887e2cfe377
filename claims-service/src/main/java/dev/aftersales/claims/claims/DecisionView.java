package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.Review;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was decided of each line, and why in full: every clause, the fact, who stands for it, what would change it. */
record DecisionView(String claimId, String policyVersion, List<LineView> lines, List<ExplanationView> explanations) {

    /** One line's last judgement; a review, which has a person's words in it, only for the vendor's staff. */
    record LineView(
            int line,
            @Nullable String serial,
            Stage state,
            @Nullable Verdict verdict,
            @Nullable String explanationId,
            @Nullable String quoteRoute,
            @Nullable Review review) {}

    /** One explanation, shared by all lines that name it. */
    record ExplanationView(
            String id, String policyVersion, @Nullable Verdict verdict, List<Citation> citations, String text) {
        static ExplanationView of(String id, Explanation explanation) {
            return new ExplanationView(
                    id,
                    explanation.policyVersion(),
                    explanation.verdict(),
                    explanation.citations(),
                    explanation.text());
        }
    }

    static DecisionView of(Claim claim, Map<String, Explanation> explanations, boolean readerIsStaff) {
        return new DecisionView(
                claim.id(),
                claim.policyVersion(),
                claim.lines().stream().map(line -> line(line, readerIsStaff)).toList(),
                explanations.entrySet().stream()
                        .map(entry -> ExplanationView.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static LineView line(ClaimLine line, boolean readerIsStaff) {
        return new LineView(
                line.line(),
                line.serial(),
                line.state().stage(),
                line.verdict(),
                line.explanationId(),
                line.state() instanceof LineState.NotCovered notCovered ? notCovered.quoteRoute() : null,
                readerIsStaff ? line.review() : null);
    }
}
