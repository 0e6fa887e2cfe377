package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.NATIONAL_DAY;
import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Deadlines GOLDEN_WEEK = new Deadlines(SHANGHAI, SampleCalendars.goldenWeek());

    @Test
    void tellsOfEachDayWhetherItCountsAndWhyNot() {
        Promise promise = Promise.within("A4.5", 3, Promise.Unit.BUSINESS_DAYS).closingAt(LocalTime.of(18, 0));
        Pause pause = new Pause("QUOTE", at("2026-10-09T12:00"), at("2026-10-10T12:00"));

        assertThat(GOLDEN_WEEK
                        .reckon(promise, Start.at("DECISION_COVERED", at("2026-09-30T20:00")), List.of(pause))
                        .entries())
                .containsExactly(
                        day("2026-09-30", new Treatment.Skipped(Treatment.Why.AFTER_CLOSE, null)),
                        days("2026-10-01", "2026-10-07", new Treatment.Skipped(Treatment.Why.HOLIDAY, NATIONAL_DAY)),
                        day("2026-10-08", new Treatment.Skipped(Treatment.Why.DAY_ZERO, null)),
                        day("2026-10-09", new Treatment.Paused(List.of("QUOTE"))),
                        day("2026-10-10", new Treatment.CountedDays(1, 1, NATIONAL_DAY)),
                        day("2026-10-11", new Treatment.Skipped(Treatment.Why.WEEKEND, null)),
                        day("2026-10-12", new Treatment.CountedDays(2, 2, null)),
                        day("2026-10-13", new Treatment.CountedDays(3, 3, null)));
    }

    @Test
    void tellsOfHoursWhenOneWasOpen() {
        Promise promise = Promise.within("C5.2", 3, Promise.Unit.SERVICE_HOURS);

        assertThat(GOLDEN_WEEK
                        .reckon(promise, Start.at("UNIT_RECEIVED", at("2026-09-30T16:00")), List.of())
                        .entries())
                .containsExactly(
                        stretch("2026-09-30T16:00", "2026-09-30T18:00", new Treatment.CountedTime(Duration.ofHours(2))),
                        stretch(
                                "2026-09-30T18:00",
                                "2026-10-01T00:00",
                                new Treatment.Skipped(Treatment.Why.OUTSIDE_HOURS, null)),
                        days("2026-10-01", "2026-10-07", new Treatment.Skipped(Treatment.Why.HOLIDAY, NATIONAL_DAY)),
                        stretch(
                                "2026-10-08T00:00",
                                "2026-10-08T09:00",
                                new Treatment.Skipped(Treatment.Why.OUTSIDE_HOURS, null)),
                        stretch(
                                "2026-10-08T09:00",
                                "2026-10-08T10:00",
                                new Treatment.CountedTime(Duration.ofHours(3))));
    }

    @Test
    void tellsOfMonthsWhetherTheirDayIsTheLastOfAShortMonth() {
        Promise promise = Promise.within("D2.6", 1, Promise.Unit.MONTHS);

        assertThat(GOLDEN_WEEK
                        .reckon(promise, Start.at("PAYMENT_NOTICE", at("2025-01-31T11:00")), List.of())
                        .entries())
                .containsExactly(days("2025-01-31", "2025-02-28", new Treatment.CountedMonths(1, true)));
    }

    @Test
    void tellsOfPausedMonthsWhichDaysMovedThem() {
        Promise promise = Promise.within("E7.3", 3, Promise.Unit.MONTHS);
        Pause pause = new Pause("SITE_CLOSED", at("2026-05-10T12:00"), at("2026-05-12T12:00"));

        assertThat(GOLDEN_WEEK
                        .reckon(promise, Start.at("PROJECT_ACCEPTED", at("2026-04-30T11:00")), List.of(pause))
                        .entries())
                .containsExactly(
                        days("2026-04-30", "2026-07-30", new Treatment.CountedMonths(3, false)),
                        days("2026-05-01", "2026-05-09", new Treatment.CountedDays(1, 9, null)),
                        days("2026-05-10", "2026-05-11", new Treatment.Paused(List.of("SITE_CLOSED"))),
                        days("2026-05-12", "2026-08-01", new Treatment.CountedDays(10, 91, null)));
    }

    @Test
    void foldsWhatIsTooLongToRead() {
        Promise promise = Promise.within("X", 300, Promise.Unit.CALENDAR_DAYS);

        List<Entry> entries = GOLDEN_WEEK
                .reckon(promise, Start.at("EVENT", at("2026-01-01T11:00")), List.of())
                .entries();

        assertThat(entries).hasSize(Reckoning.MOST_ENTRIES);
        assertThat(entries.get(100)).isEqualTo(days("2026-04-11", "2026-07-21", new Treatment.Folded(102)));
        assertThat(entries.get(101)).isEqualTo(day("2026-07-22", new Treatment.CountedDays(202, 202, null)));
        assertThat(entries.getLast()).isEqualTo(day("2026-10-28", new Treatment.CountedDays(300, 300, null)));
    }

    private static Entry day(String date, Treatment treatment) {
        return days(date, date, treatment);
    }

    private static Entry days(String first, String last, Treatment treatment) {
        return new Entry(new Span.Days(LocalDate.parse(first), LocalDate.parse(last)), treatment);
    }

    private static Entry stretch(String from, String to, Treatment treatment) {
        return new Entry(new Span.Stretch(at(from), at(to)), treatment);
    }
}
