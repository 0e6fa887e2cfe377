package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private static final Promise THREE_WORKING_DAYS =
            Promise.within("C5.3", 3, Promise.Unit.WORKING_DAYS).closingAt(LocalTime.of(18, 0));
    private static final Promise THREE_DAYS = Promise.within("B2.2a", 3, Promise.Unit.CALENDAR_DAYS);
    private static final Promise TWELVE_HOURS =
            Promise.within("C5.2", 12, Promise.Unit.ELAPSED_HOURS).from(6);
    private static final Promise SIX_MONTHS = Promise.within("E5.2", 6, Promise.Unit.MONTHS);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a day whose close is paused does not count, 2026-06-03T17:59:59, 2026-06-03T18:00:01, 2026-06-05T18:00",
        "a pause that is over at close costs nothing, 2026-06-03T08:00:00, 2026-06-03T18:00:00, 2026-06-04T18:00",
        "a pause that begins with close costs the day, 2026-06-03T18:00:00, 2026-06-03T18:00:01, 2026-06-05T18:00",
        "one that begins after close does not, 2026-06-03T18:00:01, 2026-06-04T17:59:59, 2026-06-04T18:00",
        "paused days off cost nothing beside, 2026-06-04T12:00:00, 2026-06-08T12:00:00, 2026-06-08T18:00",
        "nor does what was paused before the start, 2026-05-20T00:00:00, 2026-06-01T12:00:00, 2026-06-04T18:00",
        "day 0 is the first whose close is not paused, 2026-06-01T11:00:00, 2026-06-02T16:38:00, 2026-06-05T18:00",
        "a close after the due is not waited for, 2026-06-04T18:00:01, 2026-06-20T00:00:00, 2026-06-04T18:00"
    })
    void workingDaysCountAtTheirClose(String rule, String from, String to, String due) {
        Reckoning reckoning = reckon(THREE_WORKING_DAYS, "2026-06-01T10:00", pause("QUOTE", from, to));

        assertThat(reckoning.dueAt()).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a day whose last second is paused does not count, 2026-06-06T23:59:59, 2026-06-07T00:00:00, 2026-06-09T23:59:59",
        "one that is paused but for its end counts, 2026-06-06T00:00:00, 2026-06-06T23:59:59, 2026-06-08T23:59:59",
        "day 0 is the first whose last second is not, 2026-06-05T12:00:00, 2026-06-06T00:00:00, 2026-06-09T23:59:59",
        "the day of the event does not count anyway, 2026-06-05T12:00:00, 2026-06-05T23:59:59, 2026-06-08T23:59:59"
    })
    void calendarDaysCountAtTheirEnd(String rule, String from, String to, String due) {
        Reckoning reckoning = reckon(THREE_DAYS, "2026-06-05T10:00", pause("QUOTE", from, to));

        assertThat(reckoning.dueAt()).isEqualTo(at(due));
    }

    /** A wait that began on a day off, before the first day on which anything is counted from. */
    @Test
    void thoseOverDayZeroAreTold() {
        Reckoning reckoning = reckon(
                THREE_WORKING_DAYS,
                "2026-06-07T07:00",
                pause("EVIDENCE", "2026-06-07T07:23:00", "2026-06-09T16:38:00"));

        assertThat(reckoning.dayZero()).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(reckoning.dueAt()).isEqualTo(at("2026-06-12T18:00"));
        assertThat(reckoning.entries())
                .contains(new Entry(
                        new Span.Days(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 8)),
                        new Treatment.Paused(List.of("EVIDENCE"))));
    }

    @Test
    void hoursDoNotRun() {
        Reckoning reckoning = reckon(
                TWELVE_HOURS,
                "2026-06-05T10:00",
                pause("QUOTE", "2026-06-05T11:00:00", "2026-06-05T13:30:00"),
                pause("PAYMENT", "2026-06-05T18:00:00", "2026-06-05T19:00:00"));

        assertThat(reckoning.targetAt()).isEqualTo(at("2026-06-05T19:30:00"));
        assertThat(reckoning.dueAt()).isEqualTo(at("2026-06-06T01:30:00"));
    }

    @Test
    void hoursThatAreOverWhenThePauseBeginsAreDueThen() {
        Reckoning reckoning = reckon(TWELVE_HOURS, "2026-06-05T10:00", pause("QUOTE", "2026-06-05T22:00:00", null));

        assertThat(reckoning.dueAt()).isEqualTo(at("2026-06-05T22:00:00"));
    }

    @Test
    void overlappingOnesCountOnce() {
        Reckoning reckoning = reckon(
                TWELVE_HOURS,
                "2026-06-05T10:00",
                pause("PAYMENT", "2026-06-05T12:00:00", "2026-06-05T14:00:00"),
                pause("QUOTE", "2026-06-05T11:00:00", "2026-06-05T15:00:00"),
                pause("PHOTO", "2026-06-05T15:00:00", "2026-06-05T16:00:00"));

        assertThat(reckoning.dueAt()).isEqualTo(at("2026-06-06T03:00:00"));
        assertThat(reckoning.entries())
                .contains(new Entry(
                        new Span.Stretch(at("2026-06-05T11:00:00"), at("2026-06-05T16:00:00")),
                        new Treatment.Paused(List.of("QUOTE", "PAYMENT", "PHOTO"))));
    }

    @Test
    void ofNoLengthAreNotTold() {
        Reckoning reckoning =
                reckon(TWELVE_HOURS, "2026-06-05T10:00", pause("QUOTE", "2026-06-05T12:00:00", "2026-06-05T12:00:00"));

        assertThat(reckoning.dueAt()).isEqualTo(at("2026-06-05T22:00:00"));
        assertThat(reckoning.entries()).hasSize(1);
    }

    @Test
    void thatTouchTheStartOrAnOpeningAreNotTold() {
        Promise serviceHours = Promise.within("X", 10, Promise.Unit.SERVICE_HOURS);

        Reckoning reckoning = reckon(
                serviceHours,
                "2026-06-03T09:00",
                pause("QUOTE", "2026-06-03T08:00:00", "2026-06-03T09:00:00"),
                pause("PAYMENT", "2026-06-03T18:00:00", "2026-06-04T09:00:00"));

        assertThat(reckoning.dueAt()).isEqualTo(at("2026-06-04T10:00:00"));
        assertThat(reckoning.entries()).noneMatch(entry -> entry.treatment() instanceof Treatment.Paused);
    }

    @Test
    void leaveNoDueWhileOneLasts() {
        Reckoning reckoning =
                reckon(THREE_WORKING_DAYS, "2026-06-01T10:00", pause("QUOTE", "2026-06-03T12:00:00", null));

        assertThat(reckoning.dueAt()).isNull();
        assertThat(reckoning.breachAt()).isNull();
        assertThat(reckoning.pausedSince()).isEqualTo(at("2026-06-03T12:00:00"));
        assertThat(reckoning.entries().getLast())
                .isEqualTo(new Entry(
                        new Span.Stretch(at("2026-06-03T12:00:00"), null), new Treatment.Paused(List.of("QUOTE"))));
    }

    /** As long as nobody knows which day it will be, none is called day 0. */
    @Test
    void leaveNoDayZeroWhileOneLastsOverItsClose() {
        Pause evidence = pause("EVIDENCE", "2026-06-05T19:30:00", null);
        Entry waiting = new Entry(new Span.Stretch(evidence.from(), null), new Treatment.Paused(List.of("EVIDENCE")));

        Reckoning worked = reckon(THREE_WORKING_DAYS, "2026-06-05T19:00", evidence);
        Reckoning calendar = reckon(Promise.within("X", 3, Promise.Unit.CALENDAR_DAYS), "2026-06-05T19:00", evidence);

        assertThat(worked.dayZero()).isNull();
        assertThat(worked.pausedSince()).isEqualTo(evidence.from());
        assertThat(worked.entries())
                .as("in order of time: the weekend after it is left out")
                .containsExactly(
                        new Entry(
                                new Span.Days(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 5)),
                                new Treatment.Skipped(Treatment.Why.AFTER_CLOSE, null)),
                        waiting);
        assertThat(calendar.dayZero()).isNull();
        assertThat(calendar.entries()).containsExactly(waiting);
    }

    @Test
    void keepTheTargetThatCameBefore() {
        Reckoning reckoning = reckon(TWELVE_HOURS, "2026-06-05T10:00", pause("QUOTE", "2026-06-05T17:00:00", null));

        assertThat(reckoning.targetAt()).isEqualTo(at("2026-06-05T16:00:00"));
        assertThat(reckoning.dueAt()).isNull();
    }

    @Test
    void thatLastNeedNoYearsThatNobodyKnows() {
        Promise serviceHours = Promise.within("X", 20, Promise.Unit.SERVICE_HOURS);
        Pause lasting = pause("QUOTE", "2026-12-31T18:30:00", null);

        assertThat(reckon(THREE_WORKING_DAYS, "2026-12-30T10:00", lasting).pausedSince())
                .isEqualTo(lasting.from());
        assertThat(reckon(serviceHours, "2026-12-30T10:00", lasting).pausedSince())
                .isEqualTo(lasting.from());
    }

    @Test
    void moveMonthsOnByThePausedDays() {
        Reckoning reckoning = reckon(
                SIX_MONTHS, "2026-01-31T10:00", pause("SITE_CLOSED", "2026-03-01T12:00:00", "2026-03-11T12:00:00"));

        assertThat(reckoning.dueAt()).isEqualTo(at("2026-08-10T23:59:59"));
    }

    @Test
    void moveOnlyTheRecurrenceInWhosePeriodTheyAre() {
        Pause early = pause("SITE_CLOSED", "2026-03-01T12:00:00", "2026-03-11T12:00:00");
        Start start = Start.at("PROJECT_ACCEPTED", at("2026-01-31T10:00"));

        Reckoning second = new Deadlines(SHANGHAI, null).recurrence(SIX_MONTHS, 2, start, List.of(early));

        assertThat(second.dueAt()).isEqualTo(at("2027-01-31T23:59:59"));
    }

    @Test
    void doNotEndBeforeTheyStart() {
        assertThatThrownBy(() -> pause("QUOTE", "2026-06-03T12:00:00", "2026-06-03T11:59:59"))
                .hasMessageContaining("before it starts");
    }

    private static Pause pause(String by, String from, @Nullable String to) {
        return new Pause(by, at(from), to == null ? null : at(to));
    }

    private static Reckoning reckon(Promise promise, String start, Pause... pauses) {
        Instant event = at(start);
        return new Deadlines(SHANGHAI, SampleCalendars.plain(SHANGHAI))
                .reckon(promise, Start.at("EVENT", event), List.of(pauses));
    }
}
