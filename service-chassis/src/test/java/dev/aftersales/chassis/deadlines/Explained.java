package dev.aftersales.chassis.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whether an explanation holds: it tells all of the time, nothing of it twice, and what it counts comes to the limit. */
final class Explained {

    private Explained() {}

    static void check(GeneratedCase drawn, Reckoning reckoning, NaiveReckoning naive) {
        List<Entry> entries = reckoning.entries();
        assertThat(entries)
                .as(() -> "entries of " + drawn)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(Reckoning.MOST_ENTRIES);
        if (entries.stream().anyMatch(entry -> entry.treatment() instanceof Treatment.Folded)) {
            return;
        }
        LocalTimes times = new LocalTimes(reckoning.zone());
        boolean whole = reckoning.promise().unit() != Promise.Unit.MONTHS;
        Instant begin = reckoning.start().countsFrom();
        Instant told = begin;
        int days = 0;
        Duration time = Duration.ZERO;
        for (Entry entry : entries) {
            if (entry.treatment() instanceof Treatment.CountedMonths) {
                continue;
            }
            assertThat(from(entry, times)).as(() -> entry + " of " + drawn).isBefore(to(entry, times));
            if (whole) {
                assertThat(follows(told, begin, entry, times))
                        .as(() -> entry + " of " + drawn)
                        .isTrue();
                told = to(entry, times);
            }
            switch (entry.treatment()) {
                case Treatment.CountedDays counted -> {
                    assertThat(counted.first()).as(() -> "number in " + drawn).isEqualTo(days + 1);
                    days = counted.last();
                }
                case Treatment.CountedTime counted -> time = counted.total();
                case Treatment.Skipped skipped -> checkSkipped(drawn, entry, skipped, naive);
                case Treatment.Paused paused ->
                    assertThat(paused.by())
                            .isSubsetOf(drawn.pauses().stream().map(Pause::by).toList());
                case Treatment.CountedMonths months -> {}
                case Treatment.Folded folded -> {}
            }
        }
        if (reckoning.dueAt() != null) {
            checkSum(drawn, reckoning, days, time);
        }
    }

    /** The day of the event began before it, and a pause that lasts is told from its own start on, on the next day or before. */
    private static boolean follows(Instant told, Instant begin, Entry entry, LocalTimes times) {
        Instant from = from(entry, times);
        if (entry.span() instanceof Span.Stretch stretch && stretch.to() == null) {
            return !times.date(from.getEpochSecond()).isAfter(times.date(told.getEpochSecond()));
        }
        return from.equals(told) || (told.equals(begin) && from.isBefore(begin));
    }

    private static void checkSkipped(
            GeneratedCase drawn, Entry entry, Treatment.Skipped skipped, NaiveReckoning naive) {
        if (entry.span() instanceof Span.Days days && skipped.why() != Treatment.Why.DAY_ZERO) {
            for (LocalDate date = days.first(); !date.isAfter(days.last()); date = date.plusDays(1)) {
                boolean holiday = drawn.calendar().definition().holidays().containsKey(date);
                assertThat(skipped.why())
                        .as(() -> entry + " of " + drawn)
                        .isEqualTo(
                                naive.isWorked(date)
                                        ? Treatment.Why.AFTER_CLOSE
                                        : holiday ? Treatment.Why.HOLIDAY : Treatment.Why.WEEKEND);
            }
        }
    }

    private static void checkSum(GeneratedCase drawn, Reckoning reckoning, int days, Duration time) {
        int limit = reckoning.promise().limit();
        switch (reckoning.promise().unit()) {
            case ELAPSED_HOURS, SERVICE_HOURS ->
                assertThat(time).as(() -> "sum of " + drawn).isEqualTo(Duration.ofHours(limit));
            case CALENDAR_DAYS, WORKING_DAYS, BUSINESS_DAYS ->
                assertThat(days).as(() -> "sum of " + drawn).isEqualTo(limit);
            case MONTHS -> {}
        }
    }

    private static Instant from(Entry entry, LocalTimes times) {
        return switch (entry.span()) {
            case Span.Days days -> Instant.ofEpochSecond(times.start(days.first()));
            case Span.Stretch stretch -> stretch.from();
        };
    }

    private static Instant to(Entry entry, LocalTimes times) {
        return switch (entry.span()) {
            case Span.Days days -> Instant.ofEpochSecond(times.end(days.last()) + 1);
            case Span.Stretch stretch -> stretch.to() == null ? Instant.MAX : stretch.to();
        };
    }
}
