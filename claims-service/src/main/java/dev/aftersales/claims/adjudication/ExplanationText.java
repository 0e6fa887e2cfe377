package dev.aftersales.claims.adjudication;

import dev.aftersales.contracts.events.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Renders an explanation as plain text, one paragraph for each clause. */
final class ExplanationText {

    private ExplanationText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(512);
        text.append(heading(explanation.verdict()).formatted("under policy version " + explanation.policyVersion()));
        explanation.citations().forEach(citation -> append(text, citation));
        return text.toString();
    }

    private static String heading(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "Admitted to diagnosis %s.";
        }
        return switch (verdict) {
            case COVERED -> "Covered %s.";
            case COVERED_PARTIAL -> "Covered in part %s.";
            case NOT_COVERED_OFFER_QUOTE -> "Not covered %s; a quote is offered.";
            case REDIRECT -> "Not for the vendor to serve %s; the claim goes to the carrier or the insurer.";
            case NEEDS_EVIDENCE -> "Not decided yet %s; more evidence is needed.";
            case NEEDS_REVIEW -> "Not decided yet %s; a person looks at it.";
        };
    }

    private static void append(StringBuilder text, Citation citation) {
        text.append("\n\n")
                .append(citation.clause())
                .append(" (")
                .append(lower(citation.effect()))
                .append("): ")
                .append(citation.text().en());
        boolean dismissed = citation.effect() == Effect.DISMISSED;
        text.append(dismissed ? "\n  Suspicion: " : "\n  Fact: ")
                .append(citation.fact())
                .append(" = ")
                .append(citation.value());
        Confirmation confirmation = citation.confirmation();
        if (confirmation != null) {
            text.append(dismissed ? ", dismissed by the word of " : ", by the word of ")
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
}
