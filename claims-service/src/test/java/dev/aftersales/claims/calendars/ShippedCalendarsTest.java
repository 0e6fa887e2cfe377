package dev.aftersales.claims.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedCalendarsTest {

    private final CalendarDefinition china =
            ShippedCalendars.load().find("china").orElseThrow();

    /** As the State Council announced them: each holiday from its first day to its last. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-01-01, 元旦",
        "2025-01-28, 2025-02-04, 春节",
        "2025-04-04, 2025-04-06, 清明节",
        "2025-05-01, 2025-05-05, 劳动节",
        "2025-05-31, 2025-06-02, 端午节",
        "2025-10-01, 2025-10-08, 国庆节、中秋节",
        "2026-01-01, 2026-01-03, 元旦",
        "2026-02-15, 2026-02-23, 春节",
        "2026-04-04, 2026-04-06, 清明节",
        "2026-05-01, 2026-05-05, 劳动节",
        "2026-06-19, 2026-06-21, 端午节",
        "2026-09-25, 2026-09-27, 中秋节",
        "2026-10-01, 2026-10-07, 国庆节"
    })
    void holdsChinasHolidaysAsAnnounced(LocalDate first, LocalDate last, String name) {
        assertThat(china.holidays().get(first.minusDays(1))).isNull();
        assertThat(first.datesUntil(last.plusDays(1)).map(china.holidays()::get))
                .allSatisfy(holiday -> assertThat(holiday.zh()).isEqualTo(name));
        assertThat(china.holidays().get(last.plusDays(1))).isNull();
    }

    @Test
    void holdsNoOtherHoliday() {
        assertThat(china.holidays()).hasSize(28 + 33);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-26, 春节",
        "2025-02-08, 春节",
        "2025-04-27, 劳动节",
        "2025-09-28, 国庆节、中秋节",
        "2025-10-11, 国庆节、中秋节",
        "2026-01-04, 元旦",
        "2026-02-14, 春节",
        "2026-02-28, 春节",
        "2026-05-09, 劳动节",
        "2026-09-20, 国庆节",
        "2026-10-10, 国庆节"
    })
    void worksTheWeekendDaysThatMakeUpForHolidays(LocalDate date, String holiday) {
        assertThat(new BusinessCalendar(china).day(date)).isInstanceOfSatisfying(Day.Working.class, worked -> {
            assertThat(worked.makeUp().zh()).isEqualTo(holiday);
            assertThat(worked.openings()).hasToString("[09:00-18:00]");
        });
        assertThat(china.makeUpDays()).hasSize(11);
    }

    @Test
    void holdsTheYearsThatWereAnnounced() {
        assertThat(china.years()).containsExactly(2025, 2026);
        assertThat(china.weekend()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void isEnteredAsItIsShown() {
        // Given
        CalendarBody shown = CalendarBody.of(china);

        // When
        CalendarDefinition entered = shown.as(china.calendar());

        // Then
        assertThat(entered).isEqualTo(china);
        assertThat(CalendarBody.shown(List.of())).isEmpty();
    }
}
