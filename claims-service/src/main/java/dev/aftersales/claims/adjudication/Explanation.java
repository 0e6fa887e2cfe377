package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line was judged as it was: every clause that matched. It names neither claim nor unit, so that all lines judged
 * alike share one document under {@link #id()}.
 *
 * @param verdict absent while the line goes on to diagnosis
 * @param citations in the order of judging: term, item, cause, exclusions, service or quote, evidence
 */
public record Explanation(String policyVersion, @Nullable Verdict verdict, List<Citation> citations) {
    public Explanation {
        citations = List.copyOf(citations);
    }

    /** SHA-256 of the content in hexadecimal digits: equal explanations have equal ids, on every machine. */
    public String id() {
        return ContentId.of(this);
    }

    /** The ids of the clauses cited, each once, in order. */
    public List<String> clauses() {
        return citations.stream().map(Citation::clause).distinct().toList();
    }

    /** Whether a person dismissed that this fact has this value, as far as it stood against cover. */
    public boolean dismisses(String fact, String value) {
        return citations.stream()
                .anyMatch(citation -> citation.effect() == Effect.DISMISSED
                        && citation.fact().equals(fact)
                        && citation.value().equals(value));
    }

    /** For people to read, in English. */
    public String text() {
        return ExplanationText.of(this);
    }
}
