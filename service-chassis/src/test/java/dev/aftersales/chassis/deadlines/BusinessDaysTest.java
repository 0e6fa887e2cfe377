package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.YearUnknown;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

    private static final Promise TWO_DAYS =
            Promise.within("A4.3", 2, Promise.Unit.BUSINESS_DAYS).closingAt(LocalTime.of(18, 0));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the day of the event is day 0, 2026-06-03T08:00:00, 2026-06-05T18:00:00",
        "the second of close is not after close, 2026-06-03T18:00:00, 2026-06-05T18:00:00",
        "nor is any part of that second, 2026-06-03T18:00:00.999, 2026-06-05T18:00:00",
        "the next second counts from the next day, 2026-06-03T18:00:01, 2026-06-08T18:00:00",
        "after close before a weekend, 2026-06-05T18:00:01, 2026-06-10T18:00:00",
        "on a weekend, 2026-06-06T10:00:00, 2026-06-10T18:00:00"
    })
    void countFromTheDayOfTheEventOrTheNextWorkingDay(String rule, String event, String due) {
        assertThat(due(TWO_DAYS, SampleCalendars.plain(SHANGHAI), event)).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a make-up day is day 0, 2026-09-27T10:00:00, 2026-09-29T18:00:00",
        "holidays are skipped and a make-up day counts, 2026-09-30T18:00:01, 2026-10-10T18:00:00",
        "the day after a make-up day is off, 2026-10-09T10:00:00, 2026-10-12T18:00:00"
    })
    void workOnMakeUpDaysAndRestOnHolidays(String rule, String event, String due) {
        assertThat(due(TWO_DAYS, SampleCalendars.goldenWeek(), event)).isEqualTo(at(due));
    }

    @Test
    void countTargetAndLimitAlike() {
        Reckoning reckoning = new Deadlines(SHANGHAI, SampleCalendars.goldenWeek())
                .reckon(TWO_DAYS.from(1), Start.at("EVENT", at("2026-09-30T10:00:00")), List.of());

        assertThat(reckoning.targetAt()).isEqualTo(at("2026-10-08T18:00:00"));
        assertThat(reckoning.dueAt()).isEqualTo(at("2026-10-09T18:00:00"));
    }

    @Test
    void closeWithTheCalendarUnlessAReadingSaysWhen() {
        Promise silent = Promise.within("X", 1, Promise.Unit.WORKING_DAYS);

        assertThat(due(silent, SampleCalendars.open(SHANGHAI, "09:00", "17:30"), "2026-06-03T17:30:01"))
                .isEqualTo(at("2026-06-05T17:30:00"));
        assertThat(due(silent, SampleCalendars.open(SHANGHAI, "00:00", "24:00"), "2026-06-03T23:59:59"))
                .isEqualTo(at("2026-06-04T23:59:59"));
        assertThat(due(silent.closingAt(LocalTime.MIDNIGHT), SampleCalendars.plain(SHANGHAI), "2026-06-03T23:59:59"))
                .isEqualTo(at("2026-06-04T23:59:59"));
    }

    @Test
    void areNotGuessedInAYearThatTheCalendarDoesNotHold() {
        assertThatThrownBy(() -> due(TWO_DAYS, SampleCalendars.plain(SHANGHAI), "2026-12-31T10:00:00"))
                .isInstanceOfSatisfying(
                        YearUnknown.class, unknown -> assertThat(unknown.year()).isEqualTo(2027))
                .hasMessage("calendar sample (version 1) does not hold the year 2027");
    }

    @Test
    void needACalendarOfTheirZone() {
        BusinessCalendar shanghai = SampleCalendars.plain(SHANGHAI);

        assertThatThrownBy(() -> new Deadlines(ZoneId.of("Europe/Berlin"), shanghai))
                .hasMessageContaining("is of the zone Asia/Shanghai, not of Europe/Berlin");
        assertThatThrownBy(() -> new Deadlines(SHANGHAI, null)
                        .reckon(TWO_DAYS, Start.at("EVENT", at("2026-06-03T10:00:00")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a calendar");
    }

    private static Instant due(Promise promise, BusinessCalendar calendar, String event) {
        return new Deadlines(calendar.zone(), calendar)
                .reckon(promise, Start.at("EVENT", at(event)), List.of())
                .dueAt();
    }
}
