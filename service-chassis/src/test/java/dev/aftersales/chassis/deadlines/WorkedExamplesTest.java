package dev.aftersales.chassis.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the clause register that speak of clocks and recurrences, by their numbers there. */
class WorkedExamplesTest {

    private static final ZoneId SHANGHAI = SampleCalendars.SHANGHAI;
    private static final Promise ACKNOWLEDGMENT = days("A4.3", 2);
    private static final Promise DIAGNOSIS = days("A4.4", 3).from(1);
    private static final Promise DEPOT_REPAIR = days("A4.6", 7).from(5);
    private static final Promise HAND_OVER = days("C5.3", 3);
    private static final Promise VERIFICATION = Promise.within("C5.2", 12, Promise.Unit.ELAPSED_HOURS);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "4 ack due Tuesday, 2026-06-05T10:00, , 2026-06-09T18:00",
        "5 a holiday moves it by a day, 2026-06-05T10:00, 2026-06-08, 2026-06-10T18:00"
    })
    void acknowledgmentWithinTwoBusinessDays(
            String example, LocalDateTime received, @Nullable LocalDate holiday, LocalDateTime due) {
        assertThat(due(ACKNOWLEDGMENT, received, holiday)).isEqualTo(due);
    }

    @Test
    void example7DiagnosisTargetMondayLimitWednesday() {
        Reckoning reckoning = reckon(DIAGNOSIS, "2026-06-05T10:00");

        assertThat(local(reckoning.targetAt())).isEqualTo("2026-06-08T18:00");
        assertThat(local(reckoning.dueAt())).isEqualTo("2026-06-10T18:00");
    }

    @Test
    void example8DepotTargetFridayLimitTuesday() {
        Reckoning reckoning = reckon(DEPOT_REPAIR, "2026-06-05T10:00");

        assertThat(local(reckoning.targetAt())).isEqualTo("2026-06-12T18:00");
        assertThat(local(reckoning.dueAt())).isEqualTo("2026-06-16T18:00");
    }

    @Test
    void example10EmergencyPlanIsDueOnSunday() {
        Promise plan = Promise.within("A4.7", 48, Promise.Unit.ELAPSED_HOURS);

        assertThat(local(reckon(plan, "2026-06-05T17:00").dueAt())).isEqualTo("2026-06-07T17:00");
    }

    @Test
    void example16FactoryRepairsWithinThreeCalendarDays() {
        Promise repair = Promise.within("B2.2a", 3, Promise.Unit.CALENDAR_DAYS);

        assertThat(local(reckon(repair, "2026-06-05T09:00").dueAt())).isEqualTo("2026-06-08T23:59:59");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "24 received after close, 2026-06-05T20:30, 2026-06-06T08:30, 2026-06-11T18:00",
        "24b received before close, 2026-06-05T10:00, 2026-06-05T22:00, 2026-06-10T18:00"
    })
    void ownProductIsVerifiedByTheHourAndHandedOverByTheWorkingDay(
            String example, LocalDateTime received, LocalDateTime verified, LocalDateTime handedOver) {
        assertThat(due(VERIFICATION, received, null)).isEqualTo(verified);
        assertThat(due(HAND_OVER, received, null)).isEqualTo(handedOver);
    }

    @Test
    void example25AgencyProductIsForwardedWithinTwelveHours() {
        Promise forwarding = Promise.within("C5.4", 12, Promise.Unit.ELAPSED_HOURS);

        assertThat(local(reckon(forwarding, "2026-06-05T20:30").dueAt())).isEqualTo("2026-06-06T08:30");
    }

    @Test
    void example31ReminderAfterThreeDaysClosedAfterFifteen() {
        Promise sending = Promise.within("D4.2a", 3, Promise.Unit.CALENDAR_DAYS);
        Promise receiving = Promise.within("D4.2b", 15, Promise.Unit.CALENDAR_DAYS);

        assertThat(local(reckon(sending, "2026-06-05T10:00").dueAt())).isEqualTo("2026-06-08T23:59:59");
        assertThat(local(reckon(receiving, "2026-06-05T10:00").breachAt())).isEqualTo("2026-06-21T00:00");
    }

    @Test
    void example33OneMonthFromTheLastOfJanuaryIsTheLastOfFebruary() {
        Promise payment = Promise.within("D2.6", 1, Promise.Unit.MONTHS);

        assertThat(local(reckon(payment, "2025-01-31T11:00").dueAt())).isEqualTo("2025-02-28T23:59:59");
        assertThat(local(reckon(payment, "2025-01-31T11:00").breachAt())).isEqualTo("2025-03-01T00:00");
    }

    @Test
    void example37FaultPhonedInAtNightIsAnsweredInTwoHours() {
        Promise response = Promise.within("E3.3", 2, Promise.Unit.ELAPSED_HOURS);

        assertThat(local(reckon(response, "2026-06-06T23:30").dueAt())).isEqualTo("2026-06-07T01:30");
    }

    @ParameterizedTest(name = "{0}, time {2}")
    @CsvSource({
        "E5.2, 6, 1, 2026-02-28T23:59:59",
        "E5.2, 6, 2, 2026-08-31T23:59:59",
        "E5.2, 6, 3, 2027-02-28T23:59:59",
        "E5.2, 6, 5, 2028-02-29T23:59:59",
        "E7.3, 3, 1, 2025-11-30T23:59:59",
        "E7.3, 3, 2, 2026-02-28T23:59:59",
        "E7.3, 3, 3, 2026-05-31T23:59:59",
        "E7.3, 3, 4, 2026-08-31T23:59:59"
    })
    void recurrencesAreCountedFromTheAcceptanceAndDoNotDrift(
            String clause, int months, int recurrence, LocalDateTime due) {
        Promise promise = Promise.within(clause, months, Promise.Unit.MONTHS);
        Start start = Start.at("PROJECT_ACCEPTED", instant(LocalDateTime.parse("2025-08-31T15:00")));

        Reckoning reckoning = new Deadlines(SHANGHAI, null).recurrence(promise, recurrence, start, List.of());

        assertThat(local(reckoning.dueAt())).isEqualTo(due);
    }

    private static Promise days(String clause, int limit) {
        return Promise.within(clause, limit, Promise.Unit.BUSINESS_DAYS).closingAt(LocalTime.of(18, 0));
    }

    private static LocalDateTime due(Promise promise, LocalDateTime start, @Nullable LocalDate holiday) {
        return local(new Deadlines(SHANGHAI, calendar(holiday))
                .reckon(promise, Start.at("EVENT", instant(start)), List.of())
                .dueAt());
    }

    private static Reckoning reckon(Promise promise, String start) {
        return new Deadlines(SHANGHAI, calendar(null))
                .reckon(promise, Start.at("EVENT", instant(LocalDateTime.parse(start))), List.of());
    }

    private static BusinessCalendar calendar(@Nullable LocalDate holiday) {
        return holiday == null ? SampleCalendars.plain(SHANGHAI) : SampleCalendars.plain(SHANGHAI, holiday);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }

    private static LocalDateTime local(@Nullable Instant instant) {
        return LocalDateTime.ofInstant(instant, SHANGHAI);
    }
}
