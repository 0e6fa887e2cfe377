package dev.aftersales.claims.evaluations;

import dev.aftersales.claims.adjudication.ChargeSplit;
import dev.aftersales.claims.adjudication.Citation;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.MissingEvidence;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What policies say of the facts, line by line and side by side.
 *
 * @param notUsed what a policy that judges makes nothing of, though another knows it; none for a policy that knows all
 */
record Evaluation(Pass pass, List<Line> lines, List<NotUsed> notUsed) {

    /** Fields of the request whose names this version does not know: its answer would be the same without them. */
    record NotUsed(String version, List<String> fields) {}

    /** One line: the same facts, and as many answers as there are policies. */
    record Line(int line, List<Answer> answers) {}

    /**
     * What one policy says of one line.
     *
     * @param verdict absent for a line that would go on to diagnosis
     * @param outcome the verdict in one sentence, or that there is none yet
     * @param route by which the vendor would serve it; absent unless it is covered
     * @param missing what would be asked for; empty unless evidence is missing
     * @param clauses all that are cited, as in the decision of a claim
     * @param deciding those of them that made the verdict
     * @param readings under which they do, for all that is cited
     * @param counterfactuals what would have come to something else
     * @param text the whole explanation for people to read
     * @param citations the whole explanation
     */
    record Answer(
            String vendor,
            String policy,
            String version,
            @Nullable Verdict verdict,
            Text outcome,
            @Nullable Route route,
            List<MissingEvidence> missing,
            List<String> clauses,
            List<String> deciding,
            List<Settled> readings,
            List<ChargeSplit> charges,
            List<Counterfactual> counterfactuals,
            Text text,
            List<Citation> citations) {

        static Answer of(CompiledPolicy policy, LineOutcome outcome) {
            Explanation explanation = outcome.explanation();
            return new Answer(
                    policy.vendor(),
                    policy.rules().policy(),
                    policy.version(),
                    explanation.verdict(),
                    explanation.outcome(),
                    outcome instanceof LineOutcome.Covered covered ? covered.route() : null,
                    outcome instanceof LineOutcome.NeedsEvidence needs ? needs.missing() : List.of(),
                    explanation.clauses(),
                    explanation.deciding(),
                    explanation.citations().stream()
                            .flatMap(citation -> Settled.by(citation).stream())
                            .distinct()
                            .toList(),
                    outcome.charges(),
                    explanation.citations().stream()
                            .flatMap(citation -> Counterfactual.of(citation).stream())
                            .distinct()
                            .toList(),
                    new Text(explanation.text(Locale.ENGLISH), explanation.text(Locale.CHINESE)),
                    explanation.citations());
        }
    }

    /** A settlement of what the policy's text leaves open. */
    record Settled(String id, Text text) {
        private static Optional<Settled> by(Citation citation) {
            String id = citation.reading();
            Text text = citation.readingText();
            return id == null || text == null ? Optional.empty() : Optional.of(new Settled(id, text));
        }
    }

    /** What of that clause would have come to something else. */
    record Counterfactual(String clause, Text text) {
        private static Optional<Counterfactual> of(Citation citation) {
            return Optional.ofNullable(citation.counterfactual())
                    .map(text -> new Counterfactual(citation.clause(), text));
        }
    }
}
