package dev.aftersales.claims.adjudication;

import java.util.Locale;

/** Renders an explanation as plain text, one paragraph for each clause. */
final class ExplanationText {

    private ExplanationText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(512);
        text.append(explanation.verdict() == null ? "Admitted to diagnosis" : words(explanation.verdict()))
                .append(" under policy version ")
                .append(explanation.policyVersion())
                .append('.');
        explanation.citations().forEach(citation -> append(text, citation));
        return text.toString();
    }

    private static void append(StringBuilder text, Citation citation) {
        text.append("\n\n")
                .append(citation.clause())
                .append(" (")
                .append(lower(citation.effect()))
                .append("): ")
                .append(citation.text().en());
        text.append("\n  Fact: ").append(citation.fact()).append(" = ").append(citation.value());
        Confirmation confirmation = citation.confirmation();
        if (confirmation != null) {
            text.append(", by the word of ")
                    .append(lower(confirmation.by().kind()))
                    .append(' ')
                    .append(confirmation.by().id())
                    .append(" at ")
                    .append(confirmation.at());
        }
        if (!citation.evidenceIds().isEmpty()) {
            text.append("\n  Evidence: ").append(String.join(", ", citation.evidenceIds()));
        }
        if (citation.readingText() != null) {
            text.append("\n  Policy silent, reading ")
                    .append(citation.reading())
                    .append(": ")
                    .append(citation.readingText().en());
        }
        if (citation.counterfactual() != null) {
            text.append("\n  Otherwise: ").append(citation.counterfactual().en());
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Enum<?> value) {
        String lower = lower(value);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
