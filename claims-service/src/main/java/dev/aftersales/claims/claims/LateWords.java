package dev.aftersales.claims.claims;

import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.deadlines.Effect;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Puts into words that somebody said only afterwards what stopped a clock, and what had been told before. */
final class LateWords {

    private LateWords() {}

    static List<Text> of(List<PersonsWord> words, ClaimDeadline deadline, CompiledPolicy policy) {
        ZoneId zone = policy.rules().zone();
        List<Text> sentences = new ArrayList<>();
        for (PersonsWord word : words) {
            if (!word.isLate()) {
                continue;
            }
            var by = policy.words(word.by().name());
            sentences.add(DeadlineText.saidAfterwards(word.at(), new Text(by.en(), by.zh()), zone));
            word.contradicted(deadline)
                    .map(fired -> fired.kind() == Effect.EXPIRY
                            ? DeadlineText.hadClosed(fired.at(), zone)
                            : DeadlineText.toldAsBroken(fired.at(), zone))
                    .ifPresent(sentences::add);
        }
        return sentences;
    }
}
