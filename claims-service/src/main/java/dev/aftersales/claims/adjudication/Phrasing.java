package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.contracts.events.Verdict;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts findings into the words of policy and vocabulary. */
final class Phrasing {

    private static final Text NOTHING = new Text("", "");
    private static final Text SLASH = new Text(" / ", "／");
    private static final Text COMMA = new Text(", ", "、");
    private static final Text OR = new Text(" or ", "或");
    private static final Text AND = new Text(" and ", "和");

    /** Things that may have an "or" in their names. */
    private static final Text ALL_OF_THEM = new Text("; ", "、");

    private final CompiledPolicy policy;

    Phrasing(CompiledPolicy policy) {
        this.policy = policy;
    }

    Explanation explanation(@Nullable Verdict verdict, List<Finding> findings) {
        List<Citation> citations = new ArrayList<>(findings.size());
        List<Finding> against =
                findings.stream().filter(Phrasing::standsAgainstCover).toList();
        for (Finding finding : findings) {
            citations.add(citation(finding, counterfactual(verdict, finding, against)));
        }
        return new Explanation(policy.version(), verdict, citations);
    }

    /** A ground that could have fallen, or a doubt or a gap that could have been settled. */
    private static boolean standsAgainstCover(Finding finding) {
        Otherwise otherwise = finding.otherwise();
        // Who pays after the term is no ground against cover: it falls with what took the line out.
        return otherwise != null
                && otherwise.phrase() != Phrase.CHARGE
                && switch (finding.effect()) {
                    case EXCLUDES, REDIRECTS, SUSPECTED, UNDECIDED, LACKS_EVIDENCE -> true;
                    case SUPPORTS, GRANTS, CHARGES, DISMISSED, DISPUTE_UPHELD, NOTED -> false;
                };
    }

    /** What would have changed the outcome; where it would not have alone, with what else. */
    private @Nullable Text counterfactual(@Nullable Verdict verdict, Finding finding, List<Finding> against) {
        Otherwise otherwise = finding.otherwise();
        if (otherwise == null) {
            return null;
        }
        Text alone = words(otherwise, finding.fact());
        if (!saysOutcome(verdict, finding)) {
            return alone;
        }
        List<Finding> others = against.stream()
                .filter(other -> other != finding && !isNamedBy(otherwise, other))
                .toList();
        return alongWith(others, withinClause(others, finding, alone), finding.clause());
    }

    /** What else stands against cover under the same clause is told by its fact: the clause's name would say nothing. */
    private Text withinClause(List<Finding> others, Finding finding, Text alone) {
        List<Text> facts = others.stream()
                .filter(other -> other.clause().equals(finding.clause())
                        && !other.found().equals(finding.found()))
                .map(this::fact)
                .distinct()
                .toList();
        if (facts.isEmpty()) {
            return alone;
        }
        Text together = fill(policy.phrase(Phrase.TOGETHER_WITH), "one", alone);
        return fill(
                together,
                "facts",
                new Text(
                        facts.stream().map(Text::en).collect(Collectors.joining("; ")),
                        facts.stream().map(Text::zh).collect(Collectors.joining("；"))));
    }

    private Text alongWith(List<Finding> others, Text one, String clause) {
        List<String> clauses = others.stream()
                .map(Finding::clause)
                .filter(other -> !other.equals(clause))
                .distinct()
                .toList();
        if (clauses.isEmpty()) {
            return one;
        }
        Text together = fill(policy.phrase(Phrase.TOGETHER), "one", one);
        return fill(together, "others", new Text(String.join(", ", clauses), String.join("、", clauses)));
    }

    /** Whether what it says is that the line would be covered; of a line that is refused everything says so. */
    private static boolean saysOutcome(@Nullable Verdict verdict, Finding finding) {
        return switch (finding.effect()) {
            case EXCLUDES, REDIRECTS -> true;
            case SUSPECTED, UNDECIDED, LACKS_EVIDENCE ->
                switch (verdict) {
                    case NOT_COVERED_OFFER_QUOTE, COVERED_PARTIAL, REDIRECT -> true;
                    case COVERED, NEEDS_EVIDENCE, NEEDS_REVIEW -> false;
                    case null -> false;
                };
            case SUPPORTS, GRANTS, CHARGES, DISMISSED, DISPUTE_UPHELD, NOTED -> false;
        };
    }

    /** What cannot be shown names already what else cannot. */
    private static boolean isNamedBy(Otherwise otherwise, Finding other) {
        return other.otherwise() != null
                && otherwise.covered().contains(other.otherwise().code())
                && otherwise.phrase() == Phrase.UNAVAILABLE_AMONG;
    }

    private Citation citation(Finding finding, @Nullable Text counterfactual) {
        return new Citation(
                finding.clause(),
                finding.effect(),
                policy.clause(finding.clause()),
                finding.fact(),
                finding.found().raw(),
                finding.evidenceIds(),
                finding.confirmation(),
                finding.reading(),
                policy.reading(finding.reading()),
                counterfactual,
                finding.effect() == Effect.REDIRECTS ? policy.next(finding.clause()) : null,
                fact(finding));
    }

    private Text fact(Finding finding) {
        Text fact = policy.words(finding.fact());
        Text value = words(finding.found());
        return new Text(fact.en() + ": " + value.en(), fact.zh() + "：" + value.zh());
    }

    private Text words(Otherwise otherwise, String fact) {
        Text text = fill(policy.phrase(otherwise.phrase()), "value", policy.words(otherwise.code()));
        text = fill(text, "fact", policy.words(fact));
        text = fill(text, "document", policy.words(otherwise.code()));
        text = fill(
                text,
                "covered",
                switch (otherwise.phrase()) {
                    case UNAVAILABLE_AMONG -> list(otherwise.covered(), ALL_OF_THEM, ALL_OF_THEM);
                    case AGREEING -> list(otherwise.covered(), COMMA, AND);
                    default -> list(otherwise.covered(), COMMA, OR);
                });
        return fill(text, "date", otherwise.date());
    }

    private Text words(Found found) {
        return switch (found) {
            case Found.Code code -> policy.words(code.code());
            case Found.Codes codes -> words(codes.codes());
            case Found.Day day -> new Text(day.raw(), day.raw());
            case Found.Length length -> words(length.length());
            case Found.Paper paper -> words(paper, Phrase.PAPER);
            case Found.Later later ->
                fill(words(later.paper(), Phrase.SEVERAL), "first", words(later.earliest(), Phrase.PAPER));
            case Found.Recorded recorded ->
                fill(words(recorded.paper(), Phrase.RECORDED), "first", words(recorded.ofRecord(), Phrase.PAPER));
            case Found.Ahead ahead -> words(ahead.paper(), Phrase.AHEAD);
            case Found.Upheld upheld ->
                fill(words(upheld.paper(), Phrase.UPHELD), "first", words(upheld.ofRecord(), Phrase.PAPER));
            case Found.Unequal unequal -> words(unequal.code(), unequal.mismatches());
            case Found.Differing differing -> words(DatedDocument.State.INCONSISTENT.name(), differing.mismatches());
            case Found.Run run -> fill(words(run.from(), Phrase.RUN), "last", run.lastDay());
            case Found.Held held -> words(held.agreement());
            case Found.Lifted lifted -> words(lifted);
            case Found.Unrecorded not -> fill(policy.phrase(Phrase.UNRECORDED), "value", policy.words(not.item()));
            case Found.NotToBeHad not -> fill(policy.phrase(Phrase.NOT_TO_BE_HAD), "value", policy.words(not.item()));
            case Found.Agreed agreed -> {
                Text item = policy.words(agreed.item());
                Text version =
                        fill(policy.phrase(Phrase.AGREED), "value", new Text(agreed.version(), agreed.version()));
                Text agreement = new Text(item.en() + ", " + version.en(), item.zh() + "，" + version.zh());
                yield agreed.state() == null
                        ? agreement
                        : and(agreement, fill(policy.phrase(Phrase.STATED), "value", policy.words(agreed.state())));
            }
        };
    }

    private Text words(Found.Lifted lifted) {
        Text all = policy.phrase(Phrase.NO_EXCLUSION);
        if (!lifted.suspicions().isEmpty()) {
            all = and(all, fill(policy.phrase(Phrase.DISMISSED), "value", words(lifted.suspicions())));
        }
        if (!lifted.disputed().isEmpty()) {
            all = and(all, fill(policy.phrase(Phrase.DISPUTE_UPHELD), "value", words(lifted.disputed())));
        }
        return all;
    }

    private static Text and(Text one, Text other) {
        return new Text(one.en() + "; " + other.en(), one.zh() + "；" + other.zh());
    }

    private Text words(String code, List<PaperComparison.Mismatch> mismatches) {
        Text all = policy.words(code);
        for (PaperComparison.Mismatch mismatch : mismatches) {
            Text one = fill(policy.phrase(Phrase.MISMATCH), "value", policy.words(mismatch.name()));
            one = fill(one, "printed", new Text(mismatch.onPaper(), mismatch.onPaper()));
            one = fill(one, "own", new Text(mismatch.ofUnit(), mismatch.ofUnit()));
            all = and(all, one);
        }
        return all;
    }

    private Text words(Found.Paper paper, Phrase phrase) {
        Text text = fill(
                policy.phrase(phrase), "document", policy.words(paper.kind().name()));
        if (paper.unnumbered()) {
            text = new Text(text.en().replace(" {number}", ""), text.zh().replace(" {number}", ""));
        }
        text = fill(text, "number", new Text(paper.number(), paper.number()));
        return fill(text, "date", paper.date());
    }

    private Text words(UnitAgreement agreement) {
        Text text = policy.phrase(agreement.until() == null ? Phrase.AGREEMENT : Phrase.AGREEMENT_UNTIL);
        text = fill(text, "agreement", policy.words(agreement.kind().name()));
        text = fill(text, "number", new Text(agreement.number(), agreement.number()));
        return fill(text, "last", agreement.until());
    }

    private Text words(Period length) {
        long months = length.toTotalMonths();
        String count = Long.toString(months == 0 ? length.getDays() : months);
        return fill(policy.phrase(months == 0 ? Phrase.DAYS : Phrase.MONTHS), "count", new Text(count, count));
    }

    private Text words(List<String> codes) {
        return list(codes, SLASH, SLASH);
    }

    private Text list(List<String> codes, Text between, Text beforeLast) {
        StringBuilder en = new StringBuilder();
        StringBuilder zh = new StringBuilder();
        for (int at = 0; at < codes.size(); at++) {
            Text word = policy.words(codes.get(at));
            Text joint = at == 0 ? NOTHING : at == codes.size() - 1 ? beforeLast : between;
            en.append(joint.en()).append(word.en());
            zh.append(joint.zh()).append(word.zh());
        }
        return new Text(en.toString(), zh.toString());
    }

    private static Text fill(Text text, String place, @Nullable LocalDate date) {
        return date == null ? text : fill(text, place, new Text(date.toString(), date.toString()));
    }

    private static Text fill(Text text, String place, Text value) {
        String braced = "{" + place + "}";
        return new Text(text.en().replace(braced, value.en()), text.zh().replace(braced, value.zh()));
    }
}
