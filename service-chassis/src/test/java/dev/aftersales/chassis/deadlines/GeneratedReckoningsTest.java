package dev.aftersales.chassis.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twelve thousand cases against the naive reckoning; and each explanation tells all of the time, once. */
class GeneratedReckoningsTest {

    private static final int CASES = 2_000;
    private static final int CASES_OF_A_CALENDAR = 10;
    private static final long SEED = 20_261_121;
    private static final Map<ZoneId, NaiveTime> TIMES =
            GeneratedCase.ZONES.stream().collect(Collectors.toMap(Function.identity(), NaiveTime::new));

    @ParameterizedTest
    @EnumSource(Promise.Unit.class)
    void agreesWithTheNaiveReckoning(Promise.Unit unit) {
        Random random = new Random(SEED + unit.ordinal());
        int due = 0;
        BusinessCalendar calendar = GeneratedCase.drawCalendar(random);
        for (int i = 0; i < CASES; i++) {
            if (i % CASES_OF_A_CALENDAR == 0) {
                calendar = GeneratedCase.drawCalendar(random);
            }
            GeneratedCase drawn = GeneratedCase.draw(unit, calendar, random);
            Reckoning reckoning = new Deadlines(drawn.calendar().zone(), drawn.calendar())
                    .recurrence(drawn.promise(), drawn.recurrence(), drawn.start(), drawn.pauses());
            NaiveReckoning naive = new NaiveReckoning(
                    TIMES.get(drawn.calendar().zone()), drawn.calendar().definition(), drawn.promise(), drawn.pauses());
            agree(drawn, reckoning, naive);
            due += reckoning.dueAt() == null ? 0 : 1;
        }
        assertThat(due).as("cases that come to an end").isBetween(CASES / 2, CASES - 50);
    }

    private static void agree(GeneratedCase drawn, Reckoning reckoning, NaiveReckoning naive) {
        Promise promise = drawn.promise();
        Instant due = naively(naive, drawn, Objects.requireNonNull(promise.limit()));
        assertThat(reckoning.dueAt()).as(() -> "due of " + drawn).isEqualTo(due);
        assertThat(reckoning.targetAt())
                .as(() -> "target of " + drawn)
                .isEqualTo(promise.target() == null ? null : naively(naive, drawn, promise.target()));
        assertThat(reckoning.pausedSince() == null).as(() -> "paused " + drawn).isEqualTo(due != null);
        if (promise.unit().isWorked()) {
            assertThat(reckoning.dayZero()).as(() -> "day 0 of " + drawn).isEqualTo(naive.dayZero(second(drawn)));
        }
        Explained.check(drawn, reckoning, naive);
    }

    private static @Nullable Instant naively(NaiveReckoning naive, GeneratedCase drawn, int units) {
        Long second = naive.due(second(drawn), units, drawn.recurrence(), drawn.step());
        return second == null ? null : Instant.ofEpochSecond(second);
    }

    private static long second(GeneratedCase drawn) {
        return drawn.start().countsFrom().getEpochSecond();
    }
}
