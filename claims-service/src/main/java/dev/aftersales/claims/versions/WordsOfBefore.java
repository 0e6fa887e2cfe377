package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Reading;
import java.util.ArrayList;
import java.util.List;
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
        return List.copyOf(warnings);
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
