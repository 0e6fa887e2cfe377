package dev.aftersales.claims.claims;

import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Puts into words that it was said or heard only afterwards what stopped a clock, and what had been told before. */
final class LateWords {

    private LateWords() {}

    static List<Text> of(List<LateWord> words, ClaimDeadline deadline, CompiledPolicy policy) {
        ZoneId zone = policy.rules().zone();
        List<Text> sentences = new ArrayList<>();
        for (LateWord word : words) {
            if (!word.isLate()) {
                continue;
            }
            if (word.at() == null || word.by() == null) {
                sentences.add(DeadlineText.heardAfterwards());
            } else {
                var by = policy.words(word.by().name());
                sentences.add(DeadlineText.saidAfterwards(word.at(), new Text(by.en(), by.zh()), zone));
            }
            word.contradicted(deadline).map(fired -> told(fired, zone)).ifPresent(sentences::add);
        }
        return sentences;
    }

    private static Text told(Fired fired, ZoneId zone) {
        return switch (fired.kind()) {
            case EXPIRY -> DeadlineText.hadClosed(fired.at(), zone);
            case HOLD -> DeadlineText.toldAsHeld(fired.at(), zone);
            case TARGET, REMINDER -> DeadlineText.warnedOf(fired.at(), zone);
            case BREACH, ESCALATION -> DeadlineText.toldAsBroken(fired.at(), zone);
        };
    }
}
