package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.deadlines.Ending;
import dev.aftersales.chassis.deadlines.Pause;
import dev.aftersales.chassis.deadlines.Promise;
import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it is shown: by when, why, and every day or hour counted.
 *
 * @param readings under which it is reckoned
 * @param start the event that starts it
 * @param stop the event that fulfils it
 * @param startedAt when the start happened; absent when it has not, and was due
 * @param countsFrom from when on is counted; absent while it was not started
 * @param insteadBy the clause whose due time counts instead of a start that was late
 * @param dueAt the last second in time; absent without a commitment, before the start, and while a pause lasts
 * @param recurrence the how manieth time it is about; absent for what is promised once
 * @param calendar by which was counted; absent where none is needed
 * @param elapsed how long it took until it was done, or takes so far, with all waits; absent where nothing was waited for
 * @param elapsedNet the same without what was waited for (A?6, B?3)
 * @param needs facts on which it hangs and that nobody gave; where it is undecided
 * @param lacks what it cannot be reckoned without; where it is unreckonable
 * @param text all of it, a line for each sentence, in the reader's language
 */
public record DeadlineView(
        String clause,
        List<String> readings,
        @Nullable String start,
        @Nullable String stop,
        PromisedTime.@Nullable Unit unit,
        @Nullable Integer target,
        @Nullable Integer limit,
        DeadlineState state,
        @Nullable Instant startedAt,
        @Nullable Instant countsFrom,
        @Nullable String insteadBy,
        @Nullable Instant stoppedAt,
        @Nullable Instant targetAt,
        @Nullable Instant dueAt,
        @Nullable Instant pausedSince,
        @Nullable Integer recurrence,
        @Nullable CalendarVersion calendar,
        @Nullable Duration elapsed,
        @Nullable Duration elapsedNet,
        @Nullable List<String> needs,
        ClockStanding.@Nullable Lack lacks,
        @Nullable List<EntryView> explanation,
        @Nullable String text) {

    /** What the reader sees of a clock of that policy. */
    public static DeadlineView of(ClockStanding standing, CompiledPolicy policy, Locale reader) {
        return of(standing, policy, null, List.of(), reader);
    }

    /**
     * The same with more about it.
     *
     * @param ending of what ends where it is not done; absent where nothing does
     * @param more sentences with which the text ends
     */
    public static DeadlineView of(
            ClockStanding standing, CompiledPolicy policy, @Nullable Ending ending, List<Text> more, Locale reader) {
        PromisedTime clock = standing.clock();
        Promise promise = PolicyClocks.promise(policy.rules(), clock);
        List<String> readings = readings(clock, policy);
        return switch (standing) {
            case ClockStanding.Reckoned reckoned -> of(reckoned, policy, readings, ending, more, reader);
            case ClockStanding.NotStarted waiting -> {
                String start = clock.start();
                Text text = clock.none() || start == null
                        ? words(clock, policy).noCommitment(promise)
                        : words(clock, policy).notStarted(promise, start);
                yield of(
                        standing,
                        readings,
                        null,
                        null,
                        null,
                        null,
                        null,
                        and(text, more).in(reader));
            }
            case ClockStanding.Undecided undecided -> {
                DeadlineText words = words(clock, policy);
                Text text = words.known(
                        words.undecided(promise, undecided.facts()),
                        undecided.startedAt(),
                        undecided.stoppedAt(),
                        policy.rules().zone());
                yield of(
                        standing,
                        readings,
                        undecided.startedAt(),
                        undecided.stoppedAt(),
                        null,
                        undecided.facts(),
                        null,
                        and(text, more).in(reader));
            }
            case ClockStanding.Unreckonable unreckonable -> {
                DeadlineText words = words(clock, policy);
                ClockStanding.Lack lacks = unreckonable.lacks();
                Text text = words.known(
                        words.unreckonable(promise, lacks.calendar(), lacks.year()),
                        unreckonable.startedAt(),
                        unreckonable.stoppedAt(),
                        policy.rules().zone());
                Pause waiting = unreckonable.waiting();
                if (waiting != null) {
                    text = DeadlineText.lines(
                            text, words.waiting(waiting, policy.rules().zone()));
                }
                yield of(
                        standing,
                        readings,
                        unreckonable.startedAt(),
                        unreckonable.stoppedAt(),
                        waiting == null ? null : waiting.from(),
                        null,
                        lacks,
                        and(text, more).in(reader));
            }
        };
    }

    private static DeadlineView of(
            ClockStanding.Reckoned reckoned,
            CompiledPolicy policy,
            List<String> readings,
            @Nullable Ending ending,
            List<Text> more,
            Locale reader) {
        PromisedTime clock = reckoned.clock();
        Reckoning reckoning = reckoned.reckoning();
        DeadlineText words = words(clock, policy).from(reckoning.start().event());
        Text text = words.of(reckoning, reckoned.asOf(), reckoned.stoppedAt(), reckoned.heldUntil());
        Instant until = reckoned.stoppedAt() == null ? reckoned.asOf() : reckoned.stoppedAt();
        Duration waited = reckoning.waited(until);
        if (ending != null) {
            text = DeadlineText.lines(text, DeadlineText.of(ending, by(clock), reckoning.zone()));
        }
        text = and(text, more);
        return new DeadlineView(
                clock.clause(),
                readings,
                clock.start(),
                clock.stop(),
                clock.unit(),
                clock.target(),
                clock.limit(),
                reckoned.state(),
                reckoning.start().happenedAt(),
                reckoning.start().countsFrom(),
                reckoning.start().insteadBy(),
                reckoned.stoppedAt(),
                reckoning.targetAt(),
                reckoning.dueAt(),
                reckoning.pausedSince(),
                PolicyClocks.recurs(policy.rules(), clock) ? reckoning.recurrence() : null,
                reckoning.calendar(),
                waited.isZero() ? null : reckoning.elapsed(until),
                waited.isZero() ? null : reckoning.elapsed(until).minus(waited),
                null,
                null,
                reckoning.entries().stream()
                        .map(entry -> EntryView.of(entry, reckoning.zone(), words, reader))
                        .toList(),
                text.in(reader));
    }

    private static DeadlineView of(
            ClockStanding standing,
            List<String> readings,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt,
            @Nullable Instant pausedSince,
            @Nullable List<String> needs,
            ClockStanding.@Nullable Lack lacks,
            @Nullable String text) {
        PromisedTime clock = standing.clock();
        return new DeadlineView(
                clock.clause(),
                readings,
                clock.start(),
                clock.stop(),
                clock.unit(),
                clock.target(),
                clock.limit(),
                standing.state(),
                startedAt,
                null,
                null,
                stoppedAt,
                null,
                null,
                pausedSince,
                null,
                null,
                null,
                null,
                needs,
                lacks,
                null,
                text);
    }

    private static Text and(Text text, List<Text> more) {
        Text all = text;
        for (Text sentence : more) {
            all = DeadlineText.lines(all, sentence);
        }
        return all;
    }

    /** The clause, and the reading that settles it. */
    static String by(PromisedTime clock) {
        return clock.reading() == null ? clock.clause() : clock.clause() + ", " + clock.reading();
    }

    private static DeadlineText words(PromisedTime clock, CompiledPolicy policy) {
        DeadlineText words = new DeadlineText(code -> {
            var word = policy.words(code);
            return new Text(word.en(), word.zh());
        });
        String start = clock.start();
        if (start != null) {
            words = words.from(start);
        }
        String stop = clock.stop();
        if (stop != null) {
            words = words.until(stop);
        }
        return new CustomersClock(policy.rules()).isTheirs(clock) ? words.ofTheCustomer() : words;
    }

    private static List<String> readings(PromisedTime clock, CompiledPolicy policy) {
        var close = policy.rules().closeOfBusiness();
        boolean closes =
                clock.unit() == PromisedTime.Unit.BUSINESS_DAYS || clock.unit() == PromisedTime.Unit.WORKING_DAYS;
        return Stream.concat(
                        Stream.of(
                                clock.reading(),
                                closes && close != null ? close.reading() : null,
                                clock.paused().reading(),
                                clock.tell().reading()),
                        clock.tell().escalated().stream().map(PromisedTime.Escalation::reading))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
