package dev.aftersales.claims.entitlements;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.adjudication.rules.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words what it would take to have a service. */
final class Reasons {

    private final CompiledPolicy policy;

    Reasons(CompiledPolicy policy) {
        this.policy = policy;
    }

    Because withAgreement(EntitlementRule.While kind) {
        return new Because(List.of(kind.name()), filled(Phrase.WITH_AGREEMENT, "agreement", policy.words(kind.name())));
    }

    Because termEnded(LocalDate on) {
        return new Because(
                List.of(EntitlementRule.While.IN_TERM.name()), filled(Phrase.IN_TERM_UNTIL, "date", same(on)));
    }

    Because notBefore(LocalDate day) {
        return new Because(List.of("NOT_BEFORE"), filled(Phrase.NOT_BEFORE, "date", same(day)));
    }

    /** The agreement, or the term, ends before the first of the regular dates. */
    Because tooShort(LocalDate last, LocalDate first) {
        return new Because(
                List.of("TOO_SHORT"), fill(filled(Phrase.TOO_SHORT, "last", same(last)), "date", same(first)));
    }

    /** It is there, and no further date of its is left. */
    Because noneLeft(LocalDate last) {
        return new Because(List.of(), filled(Phrase.NONE_LEFT, "last", same(last)));
    }

    /** The paper is missing that the term would be counted from. */
    Because termUnknown() {
        String item = policy.rules().term().missingItem();
        return new Because(List.of(item), filled(Phrase.TERM_UNKNOWN, "item", policy.words(item)));
    }

    Because paidSince(LocalDate lastFreeDay) {
        return new Because(List.of(), filled(Phrase.PAID_SINCE, "date", same(lastFreeDay)));
    }

    Because where(Condition condition, boolean orContract) {
        Text values = joined(condition.in());
        Text phrase = policy.phrase(orContract ? Phrase.WHERE_OR_CONTRACT : Phrase.WHERE);
        return new Because(
                List.of(condition.fact()),
                fill(fill(phrase, "fact", policy.words(condition.fact())), "values", values));
    }

    /** Nothing but the sales contract grants it. */
    Because byContract() {
        return new Because(List.of(ContractRules.Part.ON_SITE.name()), policy.phrase(Phrase.BY_CONTRACT));
    }

    /** Any one of them would do; absent when there are none. */
    @Nullable
    Because anyOf(List<Because> ways) {
        return combined(Phrase.EITHER, ways);
    }

    /** It would take all of them; absent when there are none. */
    @Nullable
    Because allOf(List<Because> conditions) {
        return combined(Phrase.BOTH, conditions);
    }

    private @Nullable Because combined(Phrase phrase, List<Because> parts) {
        Because whole = null;
        for (Because part : parts) {
            whole = whole == null ? part : two(phrase, whole, part);
        }
        return whole;
    }

    private Because two(Phrase phrase, Because one, Because other) {
        List<String> needs = new ArrayList<>(one.needs());
        needs.addAll(other.needs());
        return new Because(needs, fill(fill(policy.phrase(phrase), "one", one.words()), "other", other.words()));
    }

    private Text joined(List<String> codes) {
        return new Text(
                String.join(
                        ", ",
                        codes.stream().map(code -> policy.words(code).en()).toList()),
                String.join(
                        "、", codes.stream().map(code -> policy.words(code).zh()).toList()));
    }

    private Text filled(Phrase phrase, String place, Text value) {
        return fill(policy.phrase(phrase), place, value);
    }

    private static Text fill(Text text, String place, Text value) {
        String braced = "{" + place + "}";
        return new Text(text.en().replace(braced, value.en()), text.zh().replace(braced, value.zh()));
    }

    private static Text same(LocalDate date) {
        return new Text(date.toString(), date.toString());
    }
}
