package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.Opening;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHoursTest {

    private static final Promise TWELVE = Promise.within("C5.2", 12, Promise.Unit.SERVICE_HOURS);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "inside one day and the next, 2026-06-03T16:00, 2026-06-05T10:00",
        "over a weekend, 2026-06-05T16:00, 2026-06-09T10:00",
        "from before opening, 2026-06-03T06:00, 2026-06-04T12:00",
        "from a day off, 2026-06-06T12:00, 2026-06-09T12:00"
    })
    void countOnlyWhileOneIsOpen(String rule, String start, String due) {
        assertThat(reckon(TWELVE, SampleCalendars.plain(SHANGHAI), start).dueAt())
                .isEqualTo(at(due));
    }

    @Test
    void countOnMakeUpDaysAndNotOnHolidays() {
        assertThat(reckon(TWELVE, SampleCalendars.goldenWeek(), "2026-10-09T16:00")
                        .dueAt())
                .isEqualTo(at("2026-10-12T10:00"));
        assertThat(reckon(TWELVE, SampleCalendars.goldenWeek(), "2026-09-30T16:00")
                        .dueAt())
                .isEqualTo(at("2026-10-09T10:00"));
    }

    @Test
    void thatEndWithClosingAreDueAtClosing() {
        Promise nine = Promise.within("X", 9, Promise.Unit.SERVICE_HOURS);

        assertThat(reckon(nine, SampleCalendars.plain(SHANGHAI), "2026-06-03T09:00")
                        .dueAt())
                .isEqualTo(at("2026-06-03T18:00"));
    }

    @Test
    void mayBeThereEveryDayWithoutAnyCalendar() {
        Promise hotline = TWELVE.openEveryDay(List.of(Opening.of("08:30", "18:00")));

        Reckoning reckoning = new Deadlines(SHANGHAI, null)
                .reckon(hotline, Start.at("CALL_RECEIVED", at("2026-10-03T17:00")), List.of());

        assertThat(reckoning.dueAt()).isEqualTo(at("2026-10-05T10:00"));
        assertThat(reckoning.calendar()).isNull();
    }

    private static Reckoning reckon(Promise promise, BusinessCalendar calendar, String start) {
        return new Deadlines(calendar.zone(), calendar).reckon(promise, Start.at("EVENT", at(start)), List.of());
    }
}
