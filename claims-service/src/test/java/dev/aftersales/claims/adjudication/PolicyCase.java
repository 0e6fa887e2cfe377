package dev.aftersales.claims.adjudication;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One case of a policy's table.
 *
 * @param name what is given, in words; with the number of the worked example where it is one
 * @param outcome the verdict, and what goes with it
 * @param because the clauses that made it, with their readings, in the order of the explanation
 * @param charges who pays for what, and why; blank where the outcome settles nothing of the kind
 * @param justNot clauses that would decide if the facts were a little different
 */
record PolicyCase(
        String policy, String name, GivenLine given, String outcome, String because, String charges, String justNot) {

    /** A case that says nothing of charges, and shows what its outcome rests on. */
    static PolicyCase of(String policy, String name, GivenLine given, String outcome, String because) {
        return new PolicyCase(policy, name, given, outcome, because, "", "");
    }

    PolicyCase charging(String whoPays) {
        return new PolicyCase(policy, name, given, outcome, because, whoPays, justNot);
    }

    PolicyCase justNot(String clauses) {
        return new PolicyCase(policy, name, given, outcome, because, charges, clauses);
    }

    /** The clauses of which this is a case in which they decide. */
    List<String> deciding() {
        String charging = charges.replaceAll("[A-Z_]+=[A-Z]+ by ", "").replace(",", "");
        return clauses(because + " " + charging);
    }

    /** The clauses of which this is a case in which they just do not. */
    List<String> justNotDeciding() {
        return clauses(justNot);
    }

    private static List<String> clauses(String text) {
        return text.isBlank()
                ? List.of()
                : List.of(text.trim().split("\\s+")).stream()
                        .map(clause -> clause.replace("~", "").split("/")[0])
                        .distinct()
                        .toList();
    }

    @Override
    public String toString() {
        return policy + ": " + name + " -> " + outcome;
    }

    /** The outcome in a word or two. */
    static String words(LineOutcome outcome) {
        return switch (outcome) {
            case LineOutcome.Admitted admitted -> "ADMITTED";
            case LineOutcome.Covered covered -> "COVERED " + covered.route();
            case LineOutcome.NotCovered not -> "NOT_COVERED " + words(not.quote());
            case LineOutcome.Partial partial -> "PARTIAL " + words(partial.quote());
            case LineOutcome.Redirected redirected -> "REDIRECT";
            case LineOutcome.NeedsReview review -> "NEEDS_REVIEW";
            case LineOutcome.NeedsEvidence needs ->
                needs.missing().stream()
                        .map(MissingEvidence::item)
                        .collect(Collectors.joining(" ", "NEEDS_EVIDENCE ", ""));
        };
    }

    private static String words(Quote quote) {
        return quote.reading() == null ? quote.clause() : quote.clause() + "/" + quote.reading();
    }

    /**
     * The clauses that made the outcome: those in favour where it is in favour, else those against, and the quote. What was
     * only noted bears a tilde.
     */
    static String because(LineOutcome outcome) {
        boolean favourable = outcome instanceof LineOutcome.Admitted || outcome instanceof LineOutcome.Covered;
        return outcome.explanation().citations().stream()
                .filter(citation -> switch (citation.effect()) {
                    case SUPPORTS -> favourable;
                    case GRANTS -> favourable || citation.fact().equals("quote");
                    case DISMISSED, DISPUTE_UPHELD, CHARGES -> false;
                    case NOTED -> true;
                    case EXCLUDES, SUSPECTED, REDIRECTS, LACKS_EVIDENCE, UNDECIDED -> true;
                })
                .map(citation -> (citation.effect() == Effect.NOTED ? "~" : "")
                        + (citation.reading() == null
                                ? citation.clause()
                                : citation.clause() + "/" + citation.reading()))
                .collect(Collectors.joining(" "));
    }

    /** Who pays for what, and why. */
    static String charges(LineOutcome outcome) {
        return outcome.charges().stream()
                .map(split -> split.item() + "=" + split.payer() + " by " + split.clause()
                        + (split.reading() == null ? "" : "/" + split.reading()))
                .collect(Collectors.joining(", "));
    }
}
