package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.Opening;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockChangesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final ZoneId NUUK = ZoneId.of("America/Nuuk");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Europe/Berlin, 2026-03-28T12:00, 2026-03-29T13:00",
        "Europe/Berlin, 2026-10-24T12:00, 2026-10-25T11:00",
        "America/New_York, 2026-03-07T12:00, 2026-03-08T13:00",
        "Australia/Sydney, 2026-10-03T12:00, 2026-10-04T13:00",
        "Australia/Lord_Howe, 2026-10-03T12:00, 2026-10-04T12:30",
        "Australia/Lord_Howe, 2026-04-04T12:00, 2026-04-05T11:30"
    })
    void doNotChangeWhatAnHourIs(ZoneId zone, String start, String due) {
        Promise day = Promise.within("X", 24, Promise.Unit.ELAPSED_HOURS);

        assertThat(due(day, zone, at(zone, start))).isEqualTo(at(zone, due));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the next day begins at one o'clock, 2026-04-22T12:00, 2026-04-23T21:59:59Z",
        "the last hour comes twice, 2026-10-28T12:00, 2026-10-29T21:59:59Z"
    })
    void leaveADayItsLastSecond(String rule, String start, Instant due) {
        Promise day = Promise.within("X", 1, Promise.Unit.CALENDAR_DAYS);

        assertThat(due(day, CAIRO, at(CAIRO, start))).isEqualTo(due);
        assertThat(due.plusSeconds(1).atZone(CAIRO).toLocalTime()).isBeforeOrEqualTo(LocalTime.of(1, 0));
    }

    @Test
    void closeBusinessWithTheChangeThatSkipsItsClose() {
        assertThat(close(BERLIN, "02:30", "2026-03-27T01:00", 2)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void closeBusinessWithTheDayWhoseLastHourIsSkipped() {
        assertThat(close(NUUK, "23:30", "2026-03-27T12:00", 1)).isEqualTo(Instant.parse("2026-03-29T00:59:59Z"));
    }

    @Test
    void closeBusinessAtTheFirstOfTwo() {
        assertThat(close(BERLIN, "02:30", "2026-10-23T01:00", 2)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void openAtTheFirstTimeThatIsThere() {
        Promise hour = Promise.within("X", 1, Promise.Unit.SERVICE_HOURS)
                .openEveryDay(List.of(
                        Opening.of("01:15", "01:45"), Opening.of("02:15", "03:30"), Opening.of("03:30", "04:00")));

        assertThat(due(hour, BERLIN, at(BERLIN, "2026-03-29T00:00"))).isEqualTo(at(BERLIN, "2026-03-29T03:30"));
    }

    @Test
    void areHalfAnHourOnLordHowe() {
        Promise hours =
                Promise.within("X", 2, Promise.Unit.SERVICE_HOURS).openEveryDay(List.of(Opening.of("01:00", "04:00")));

        assertThat(due(hours, LORD_HOWE, at(LORD_HOWE, "2026-10-04T00:00")))
                .isEqualTo(at(LORD_HOWE, "2026-10-04T03:30"));
    }

    /** Counted on days that are all worked and close at that time. */
    private static Instant close(ZoneId zone, String close, String start, int days) {
        Promise promise = Promise.within("X", days, Promise.Unit.BUSINESS_DAYS).closingAt(LocalTime.parse(close));
        return new Deadlines(zone, SampleCalendars.everyDay(zone))
                .reckon(promise, Start.at("EVENT", at(zone, start)), List.of())
                .dueAt();
    }

    private static Instant due(Promise promise, ZoneId zone, Instant start) {
        return new Deadlines(zone, null)
                .reckon(promise, Start.at("EVENT", start), List.of())
                .dueAt();
    }
}
