package dev.aftersales.claims.claims;

import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.DeadlineView;
import dev.aftersales.claims.deadlines.Effect;
import dev.aftersales.claims.deadlines.UsualTime;
import dev.aftersales.claims.deadlines.UsualView;
import dev.aftersales.contracts.events.claims.Addressee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of a claim, and what the customer has to do in time.
 *
 * @param asOf business time at which it stands so
 */
record ClaimDeadlinesView(String claimId, String policyVersion, String zone, Instant asOf, List<OfLines> deadlines) {

    /**
     * One deadline.
     *
     * @param lines for which it stands alike
     * @param told what it has set off; absent when nothing
     * @param next what it sets off next if nothing happens before; absent when nothing
     * @param said the words of people by which it was stopped, oldest first, or the news that came too late; absent when there
     *     are none
     * @param endsAt the first second in which the lines have ended, if nothing happens before; absent when they do not
     * @param promise the clock of the policy, reckoned and explained
     * @param usual how long it usually takes; only where nothing is committed to
     */
    record OfLines(
            List<Integer> lines,
            @Nullable List<Told> told,
            @Nullable Told next,
            @Nullable List<Said> said,
            @Nullable Instant endsAt,
            @Nullable UsualView usual,
            DeadlineView promise) {}

    /**
     * Something that it set off, or will.
     *
     * @param number of the reminder, or of the step of the escalation; absent for anything else
     * @param to who is told; empty when nobody is
     */
    record Told(Effect what, @Nullable Integer number, Instant at, List<Addressee> to) {

        static Told of(Fired fired, PromisedTime.Telling tell) {
            return new Told(
                    fired.kind(), fired.number(), fired.at(), fired.kind().to(tell, fired.number()));
        }
    }

    /**
     * A word that what it is about has happened.
     *
     * @param at when a person said that; where it is later than {@code stoppedAt} of the promise, it was said afterwards.
     *     Absent of news that came by itself, and is told here because it contradicts what had been told
     * @param by in what office; absent with {@code at}
     * @param contradicts what had been told by then as if it had not happened; absent when nothing
     */
    record Said(
            List<Integer> lines,
            @Nullable Instant at,
            Actor.@Nullable Kind by,
            @Nullable Told contradicts) {

        static Said of(LateWord word, ClaimDeadline deadline) {
            return new Said(
                    word.lines(),
                    word.at(),
                    word.by(),
                    word.contradicted(deadline)
                            .map(fired -> Told.of(fired, deadline.clock().tell()))
                            .orElse(null));
        }
    }

    static ClaimDeadlinesView of(
            Claim claim,
            CompiledPolicy policy,
            List<ClaimDeadline> deadlines,
            UsualTimes usual,
            Instant asOf,
            Locale reader) {
        return new ClaimDeadlinesView(
                claim.id(),
                policy.version(),
                policy.rules().zone().getId(),
                asOf,
                deadlines.stream()
                        .map(deadline -> of(claim, policy, deadline, usual, reader))
                        .toList());
    }

    private static OfLines of(
            Claim claim, CompiledPolicy policy, ClaimDeadline deadline, UsualTimes usual, Locale reader) {
        List<LateWord> words = LateWord.stopping(claim, deadline);
        Optional<UsualTime> usually = usual.of(claim.vendor(), deadline.clock());
        List<Text> more = new ArrayList<>(LateWords.of(words, deadline, policy));
        usually.map(UsualTime::text).ifPresent(more::add);
        return new OfLines(
                deadline.lines(),
                deadline.fired().isEmpty()
                        ? null
                        : deadline.fired().stream()
                                .map(fired -> Told.of(fired, deadline.clock().tell()))
                                .toList(),
                deadline.pending().isEmpty()
                        ? null
                        : Told.of(
                                deadline.pending().getFirst(), deadline.clock().tell()),
                words.isEmpty()
                        ? null
                        : words.stream().map(word -> Said.of(word, deadline)).toList(),
                deadline.endsAt(),
                usually.map(found -> UsualView.of(found, reader)).orElse(null),
                DeadlineView.of(deadline.standing(), policy, deadline.ending(), more, reader));
    }
}
