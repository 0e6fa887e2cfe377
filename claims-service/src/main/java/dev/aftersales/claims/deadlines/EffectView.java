package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.claims.Addressee;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a clock sets off, as it is shown.
 *
 * @param number of the reminder, or of the step of the escalation; absent for anything else
 * @param to who is told; empty when nobody is
 */
public record EffectView(Effect what, @Nullable Integer number, Instant at, List<Addressee> to) {

    /** All that the clock sets off. */
    public static List<EffectView> of(Schedule schedule, PromisedTime clock) {
        return schedule.due().stream()
                .map(due -> new EffectView(
                        due.what(), due.number(), due.at(), due.what().to(clock.tell(), due.number())))
                .toList();
    }

    /**
     * The same in words, and how long what is under way holds the end off; that lines end is said by itself.
     *
     * @param asOf what is due by then is over
     */
    public static List<Text> sentences(Schedule schedule, PromisedTime clock, CompiledPolicy policy, Instant asOf) {
        ZoneId zone = policy.rules().zone();
        List<Text> sentences = new ArrayList<>();
        if (schedule.heldUntil() != null) {
            sentences.add(DeadlineText.heldIfUnderWay(schedule.heldUntil(), DeadlineView.by(clock), zone));
        }
        of(schedule, clock).stream()
                .filter(effect -> effect.what() != Effect.EXPIRY)
                .map(effect -> effect.sentence(policy, zone, !effect.at().isAfter(asOf)))
                .forEach(sentences::add);
        return sentences;
    }

    private Text sentence(CompiledPolicy policy, ZoneId zone, boolean over) {
        List<Text> told = to.stream()
                .map(addressee -> policy.words(addressee.name()))
                .map(word -> new Text(word.en(), word.zh()))
                .toList();
        return switch (what) {
            case TARGET -> DeadlineText.warns(at, told, over, zone);
            case REMINDER -> DeadlineText.reminds(Objects.requireNonNull(number), at, told, over, zone);
            case BREACH -> DeadlineText.isBroken(at, told, over, zone);
            case ESCALATION -> DeadlineText.escalates(Objects.requireNonNull(number), at, told, over, zone);
            case HOLD -> DeadlineText.tellsThatItIsHeld(at, told, over, zone);
            case EXPIRY -> throw new IllegalStateException("the end is said by itself");
        };
    }
}
