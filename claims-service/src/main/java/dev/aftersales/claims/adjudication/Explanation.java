package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a line was judged as it was: every clause that matched. It names neither claim nor unit, so that all lines judged
 * alike share one document under {@link #id()}.
 *
 * @param verdict absent while the line goes on to diagnosis
 * @param citations in the order of judging: term, item, cause, exclusions, evidence, service or quote, charges
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

    /**
     * The ids of those clauses that made the verdict, each once, in order: what grants cover where it is granted, what takes
     * it away, what is missing, what is in doubt.
     */
    public List<String> deciding() {
        Set<Effect> made = made();
        List<String> deciding = citations.stream()
                .filter(citation -> made.contains(citation.effect()))
                .map(Citation::clause)
                .distinct()
                .toList();
        return deciding.isEmpty() ? clauses() : deciding;
    }

    private Set<Effect> made() {
        return verdict == null
                ? EnumSet.of(Effect.SUPPORTS)
                : switch (verdict) {
                    case COVERED -> EnumSet.of(Effect.SUPPORTS, Effect.GRANTS);
                    case COVERED_PARTIAL -> EnumSet.of(Effect.EXCLUDES, Effect.GRANTS);
                    case NOT_COVERED_OFFER_QUOTE -> EnumSet.of(Effect.EXCLUDES);
                    case REDIRECT -> EnumSet.of(Effect.REDIRECTS);
                    case NEEDS_EVIDENCE -> EnumSet.of(Effect.LACKS_EVIDENCE);
                    case NEEDS_REVIEW -> EnumSet.of(Effect.SUSPECTED, Effect.UNDECIDED);
                };
    }

    /** The ids of the readings that it rests on, each once, in order. */
    public List<String> readings() {
        return citations.stream()
                .map(Citation::reading)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What a person decides, each once, in order. */
    public List<Doubt> doubts() {
        return citations.stream()
                .filter(Explanation::isOpen)
                .map(Doubt::of)
                .distinct()
                .toList();
    }

    private static boolean isOpen(Citation citation) {
        return citation.effect() == Effect.SUSPECTED || citation.effect() == Effect.UNDECIDED;
    }

    /** Whether a person dismissed that this fact has this value, or upheld a dispute of it, as far as it stood against cover. */
    public boolean dismisses(String fact, String value) {
        return citations.stream()
                .anyMatch(citation ->
                        (citation.effect() == Effect.DISMISSED || citation.effect() == Effect.DISPUTE_UPHELD)
                                && citation.fact().equals(fact)
                                && citation.value().equals(value));
    }

    /** What came of it, in one sentence; that there is no verdict yet while the line goes on to diagnosis. */
    public Text outcome() {
        return ExplanationText.heading(this);
    }

    /** For people to read, in English. */
    public String text() {
        return text(Locale.ENGLISH);
    }

    /** For people to read: in Chinese where they want Chinese, else in English. */
    public String text(Locale reader) {
        return ExplanationText.of(this, reader.getLanguage().equals(Locale.CHINESE.getLanguage()));
    }
}
