package dev.aftersales.chassis.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.chassis.languages.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final Text SPRING_FESTIVAL = new Text("Spring Festival", "春节");
    private static final List<Opening> HOURS = List.of(Opening.of("09:00", "18:00"));
    private static final List<Opening> SHORT = List.of(Opening.of("09:00", "12:00"), Opening.of("12:00", "16:00"));

    private final SortedMap<LocalDate, Text> holidays = new TreeMap<>(Map.of(
            LocalDate.of(2026, 2, 17), SPRING_FESTIVAL,
            LocalDate.of(2026, 2, 21), SPRING_FESTIVAL));
    private final SortedMap<LocalDate, Text> makeUpDays =
            new TreeMap<>(Map.of(LocalDate.of(2026, 2, 28), SPRING_FESTIVAL));
    private final Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
    private final Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private final Set<Integer> years = new TreeSet<>(Set.of(2025, 2026, 2028));
    private List<Opening> makeUpOpenings = SHORT;

    BusinessCalendarTest() {
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> openings.put(day, HOURS));
    }

    @Test
    void saysOfEachDayWhetherItIsWorkedAndWhyNot() {
        assertThat(day("2026-02-16")).isEqualTo(new Day.Working(LocalDate.of(2026, 2, 16), HOURS, null));
        assertThat(day("2026-02-17")).isEqualTo(new Day.Off(LocalDate.of(2026, 2, 17), SPRING_FESTIVAL));
        assertThat(day("2026-02-22")).isEqualTo(new Day.Off(LocalDate.of(2026, 2, 22), null));
        assertThat(day("2026-02-28")).isEqualTo(new Day.Working(LocalDate.of(2026, 2, 28), SHORT, SPRING_FESTIVAL));
        assertThat(day("2028-02-29")).isEqualTo(new Day.Working(LocalDate.of(2028, 2, 29), HOURS, null));
        assertThat(day("2028-12-31")).isEqualTo(new Day.Off(LocalDate.of(2028, 12, 31), null));
    }

    @Test
    void namesTheHolidayOfAWeekendDay() {
        assertThat(day("2026-02-21")).isEqualTo(new Day.Off(LocalDate.of(2026, 2, 21), SPRING_FESTIVAL));
    }

    @Test
    void knowsNoDayOfAYearThatItDoesNotHold() {
        for (String date : List.of("2024-12-31", "2027-06-01", "2029-01-01")) {
            assertThatThrownBy(() -> day(date))
                    .isInstanceOf(YearUnknown.class)
                    .hasMessage("calendar china (version 3) does not hold the year " + date.substring(0, 4));
        }
    }

    @Test
    void isNotChangedByWhatItWasMadeFrom() {
        BusinessCalendar calendar = calendar();
        holidays.clear();
        openings.clear();

        assertThat(calendar.definition().holidays()).hasSize(2);
        assertThat(calendar.definition().openings()).hasSize(5);
    }

    @Test
    void refusesAMakeUpDayThatIsWorkedAnyway() {
        makeUpDays.put(LocalDate.of(2026, 2, 27), SPRING_FESTIVAL);

        refuses("the make-up day 2026-02-27 is a FRIDAY, which is worked anyway");
    }

    @Test
    void refusesAMakeUpDayThatIsAHoliday() {
        makeUpDays.put(LocalDate.of(2026, 2, 21), SPRING_FESTIVAL);

        refuses("2026-02-21 is a holiday and a make-up day at once");
    }

    @Test
    void refusesAMakeUpDayWithoutHours() {
        makeUpOpenings = List.of();

        refuses("make-up days need opening hours");
    }

    @Test
    void refusesDatesOfYearsThatItDoesNotHold() {
        holidays.put(LocalDate.of(2027, 1, 1), SPRING_FESTIVAL);

        refuses("the holiday 2027-01-01 is in none of the years [2025, 2026, 2028]");

        holidays.clear();
        makeUpDays.put(LocalDate.of(2027, 1, 2), SPRING_FESTIVAL);

        refuses("the make-up day 2027-01-02 is in none of the years [2025, 2026, 2028]");
    }

    @Test
    void refusesHoursOfWeekendDaysAndWorkedDaysWithoutHours() {
        openings.put(DayOfWeek.SUNDAY, HOURS);

        refuses("SUNDAY is a weekend day, which has no opening hours");

        openings.remove(DayOfWeek.SUNDAY);
        openings.put(DayOfWeek.FRIDAY, List.of());

        refuses("FRIDAY is worked and needs opening hours");
    }

    @Test
    void refusesOpeningsThatOverlap() {
        openings.put(DayOfWeek.FRIDAY, List.of(Opening.of("09:00", "12:00"), Opening.of("11:59", "18:00")));

        refuses("the openings 09:00-12:00 and 11:59-18:00 of FRIDAY overlap or are out of order");

        openings.put(DayOfWeek.FRIDAY, HOURS);
        makeUpOpenings = List.of(Opening.of("13:00", "24:00"), Opening.of("09:00", "12:00"));

        refuses("the openings 13:00-24:00 and 09:00-12:00 of a make-up day overlap or are out of order");
    }

    @Test
    void refusesAWeekOfNothingButWeekend() {
        weekend.addAll(EnumSet.allOf(DayOfWeek.class));

        refuses("at least one day of the week is worked");
    }

    @Test
    void refusesToHoldNoYearsOrMoreThanACentury() {
        years.add(2125);

        refuses("a calendar holds years of one century from 1970 to 2999, not 2025 to 2125");

        years.clear();

        refuses("a calendar states the years that it holds");
    }

    private void refuses(String message) {
        assertThatThrownBy(this::calendar).isInstanceOf(IllegalCalendar.class).hasMessage(message);
    }

    private Day day(String date) {
        return calendar().day(LocalDate.parse(date));
    }

    private BusinessCalendar calendar() {
        return new BusinessCalendar(new CalendarDefinition(
                new CalendarVersion("china", 3),
                new Text("China", "中国"),
                ZoneId.of("Asia/Shanghai"),
                new TreeSet<>(years),
                weekend,
                holidays,
                makeUpDays,
                openings,
                makeUpOpenings));
    }
}
