package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import dev.aftersales.contracts.events.Verdict;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts findings into the words of policy and vocabulary. */
final class Phrasing {

    private final CompiledPolicy policy;

    Phrasing(CompiledPolicy policy) {
        this.policy = policy;
    }

    Explanation explanation(@Nullable Verdict verdict, List<Finding> findings) {
        List<Citation> citations = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            citations.add(citation(finding));
        }
        return new Explanation(policy.version(), verdict, citations);
    }

    private Citation citation(Finding finding) {
        Otherwise otherwise = finding.otherwise();
        Text fact = policy.words(finding.fact());
        Text value = words(finding.found());
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
                otherwise == null ? null : words(otherwise),
                new Text(fact.en() + ": " + value.en(), fact.zh() + "：" + value.zh()));
    }

    private Text words(Otherwise otherwise) {
        Text text = fill(policy.phrase(otherwise.phrase()), "value", policy.words(otherwise.code()));
        text = fill(text, "document", policy.words(otherwise.code()));
        text = fill(text, "covered", words(otherwise.covered()));
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
            case Found.Differing differing -> words(differing);
            case Found.Run run -> fill(words(run.from(), Phrase.RUN), "last", run.lastDay());
            case Found.Held held -> words(held.agreement());
            case Found.Dismissed dismissed ->
                fill(policy.phrase(Phrase.NO_EXCLUSION), "value", words(dismissed.suspicions()));
            case Found.NotToBeHad not -> fill(policy.phrase(Phrase.NOT_TO_BE_HAD), "value", policy.words(not.item()));
            case Found.Agreed agreed -> {
                Text item = policy.words(agreed.item());
                Text version =
                        fill(policy.phrase(Phrase.AGREED), "value", new Text(agreed.version(), agreed.version()));
                yield new Text(item.en() + ", " + version.en(), item.zh() + "，" + version.zh());
            }
        };
    }

    private Text words(Found.Differing differing) {
        Text all = policy.words(DatedDocument.State.INCONSISTENT.name());
        for (PaperComparison.Mismatch mismatch : differing.mismatches()) {
            Text one = fill(policy.phrase(Phrase.MISMATCH), "value", policy.words(mismatch.name()));
            one = fill(one, "printed", new Text(mismatch.onPaper(), mismatch.onPaper()));
            one = fill(one, "own", new Text(mismatch.ofUnit(), mismatch.ofUnit()));
            all = new Text(all.en() + "; " + one.en(), all.zh() + "；" + one.zh());
        }
        return all;
    }

    private Text words(Found.Paper paper, Phrase phrase) {
        Text text = fill(
                policy.phrase(phrase), "document", policy.words(paper.kind().name()));
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
        StringBuilder en = new StringBuilder();
        StringBuilder zh = new StringBuilder();
        for (String code : codes) {
            Text word = policy.words(code);
            en.append(en.isEmpty() ? "" : " / ").append(word.en());
            zh.append(zh.isEmpty() ? "" : "／").append(word.zh());
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
