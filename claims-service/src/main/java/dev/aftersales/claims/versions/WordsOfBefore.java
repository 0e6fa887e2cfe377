package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.BatchRule;
import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a version that differ from those of the version before it while the words that say them to people do not:
 * customers would read "12 months" beside a term of 24.
 */
final class WordsOfBefore {

    private WordsOfBefore() {}

    /** What is to be seen to before the version takes effect. */
    static List<Warning> warnings(PolicyRules before, PolicyRules draft) {
        List<Warning> warnings = new ArrayList<>();
        String id = draft.term().clause();
        Clause former = before.clauses().get(id);
        Clause clause = draft.clauses().get(id);
        if (former != null
                && clause != null
                && former.text().equals(clause.text())
                && differ(before.term().length(), draft.term().length())) {
            warnings.add(warning(
                    "term.length", before.term().length(), draft.term().length(), "clauses." + id, before.version()));
        }
        draft.readings().forEach((name, reading) -> {
            Reading other = before.readings().get(name);
            if (other != null && other.text().equals(reading.text()) && differ(other.value(), reading.value())) {
                String place = "readings." + name;
                warnings.add(warning(place + ".value", other.value(), reading.value(), place, before.version()));
            }
        });
        draft.batches().forEach(rule -> addBatch(warnings, rule, before, draft));
        draft.clocks().stream()
                .filter(clock -> clock.batch() != null)
                .forEach(clock -> addPlan(warnings, clock, before, draft));
        return List.copyOf(warnings);
    }

    /** How many alike units are a batch, and within which days: the clause says it, or the reading beside it. */
    private static void addBatch(List<Warning> warnings, BatchRule rule, PolicyRules before, PolicyRules draft) {
        String place = "batches." + rule.rule();
        for (BatchRule former : batchesOf(before, rule.rule())) {
            if (former.units() != rule.units()) {
                words(before, draft, rule.clause(), rule.reading())
                        .map(words -> warning(place + ".units", former.units(), rule.units(), words, before.version()))
                        .ifPresent(warnings::add);
            }
            if (former.windowDays() != rule.windowDays() && sameValue(before, draft, rule.reading())) {
                words(before, draft, rule.reading() == null ? rule.clause() : null, rule.reading())
                        .map(words -> warning(place + ".window", days(former), days(rule), words, before.version()))
                        .ifPresent(warnings::add);
            }
        }
    }

    /** By when the plan for a batch is started. */
    private static void addPlan(List<Warning> warnings, PromisedTime clock, PolicyRules before, PolicyRules draft) {
        before.clocks().stream()
                .filter(former -> former.batch() != null && former.clause().equals(clock.clause()))
                .filter(former -> differ(former.limit(), clock.limit()))
                .findFirst()
                .flatMap(former -> words(before, draft, clock.clause(), null)
                        .map(words -> warning(
                                "clocks." + clock.clause() + ".limit",
                                former.limit(),
                                clock.limit(),
                                words,
                                before.version())))
                .ifPresent(warnings::add);
    }

    private static List<BatchRule> batchesOf(PolicyRules rules, String name) {
        return rules.batches().stream().filter(rule -> rule.rule().equals(name)).toList();
    }

    private static String days(BatchRule rule) {
        return "P" + rule.windowDays() + "D";
    }

    /** A value that changed is warned of with its reading. */
    private static boolean sameValue(PolicyRules before, PolicyRules draft, @Nullable String reading) {
        if (reading == null) {
            return true;
        }
        Reading former = before.readings().get(reading);
        Reading now = draft.readings().get(reading);
        return former == null || now == null || !differ(former.value(), now.value());
    }

    /** Where the words of before still stand, of these; empty where all are others now. */
    private static Optional<String> words(
            PolicyRules before, PolicyRules draft, @Nullable String clauseId, @Nullable String readingId) {
        List<String> places = new ArrayList<>();
        Clause former = clauseId == null ? null : before.clauses().get(clauseId);
        Clause clause = clauseId == null ? null : draft.clauses().get(clauseId);
        if (former != null && clause != null && former.text().equals(clause.text())) {
            places.add("clauses." + clauseId);
        }
        Reading other = readingId == null ? null : before.readings().get(readingId);
        Reading reading = readingId == null ? null : draft.readings().get(readingId);
        if (other != null && reading != null && other.text().equals(reading.text())) {
            places.add("readings." + readingId);
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", places));
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    private static Warning warning(
            String figure, @Nullable Object before, @Nullable Object now, String words, String version) {
        return new Warning(
                "words-of-before",
                figure + " is " + now + ", and " + before + " in " + version
                        + "; the words that people read of it are still those of " + version + ". See whether " + words
                        + " says the right thing in en and zh.");
    }
}
