package dev.aftersales.claims.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.calendars.Opening;
import dev.aftersales.chassis.languages.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarDiffTest {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Map<String, String> FAIR = Map.of("2026-06-08", "Fair");

    private final CalendarDefinition former = calendar(1, List.of(2025, 2026), WEEKEND, FAIR, "18:00");

    @Test
    void namesTheYearsThatCameAndWent() {
        // When
        CalendarDiff diff = CalendarDiff.between(former, calendar(2, List.of(2026, 2027), WEEKEND, FAIR, "18:00"));

        // Then: no day of them became another, because a year that is not held has none
        assertThat(diff.yearsAdded()).containsExactly(2027);
        assertThat(diff.yearsRemoved()).containsExactly(2025);
        assertThat(diff.days()).isEmpty();
        assertThat(diff.newDays()).isEmpty();
        assertThat(diff.hours()).isEmpty();
    }

    @Test
    void namesTheHolidaysOfAYearThatCame() {
        // When
        CalendarDiff diff = CalendarDiff.between(
                former,
                calendar(
                        2,
                        List.of(2025, 2026, 2027),
                        WEEKEND,
                        Map.of("2026-06-08", "Fair", "2027-01-01", "New Year", "2027-06-07", "Fair"),
                        "18:00"));

        // Then
        assertThat(diff.days()).isEmpty();
        assertThat(diff.newDays())
                .extracting(day -> day.date() + " " + day.kind() + " " + day.name())
                .containsExactly(
                        "2027-01-01 HOLIDAY " + Text.same("New Year"), "2027-06-07 HOLIDAY " + Text.same("Fair"));
        assertThat(diff.moreNewDays()).isZero();
    }

    @Test
    void namesEachDayThatBecameAnother() {
        // When
        CalendarDiff diff = CalendarDiff.between(
                former, calendar(2, List.of(2025, 2026), WEEKEND, Map.of("2026-06-09", "Fair"), "18:00"));

        // Then
        assertThat(diff.days())
                .extracting(day -> day.date() + " " + day.before().kind() + " "
                        + day.after().kind())
                .containsExactly("2026-06-08 HOLIDAY WORKED", "2026-06-09 WORKED HOLIDAY");
    }

    @Test
    void aDayThatIsOffForAnotherReasonBecameAnother() {
        // When
        CalendarDiff diff = CalendarDiff.between(
                former, calendar(2, List.of(2025, 2026), WEEKEND, Map.of("2026-06-08", "Market"), "18:00"));

        // Then
        assertThat(diff.days())
                .extracting(day -> day.before().name() + " " + day.after().name())
                .containsExactly(Text.same("Fair") + " " + Text.same("Market"));
    }

    @Test
    void saysTheHoursOfAWeekdayOnce() {
        // When
        CalendarDiff diff = CalendarDiff.between(former, calendar(2, List.of(2025, 2026), WEEKEND, FAIR, "17:00"));

        // Then
        assertThat(diff.days()).isEmpty();
        assertThat(diff.hours()).hasSize(5).first().satisfies(monday -> {
            assertThat(monday.weekday()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(monday.before()).containsExactly("09:00-18:00");
            assertThat(monday.after()).containsExactly("09:00-17:00");
        });
    }

    @Test
    void countsTheDaysThatHaveNoRoom() {
        // Given
        List<Integer> years = IntStream.range(2026, 2046).boxed().toList();

        // When
        CalendarDiff diff = CalendarDiff.between(
                calendar(1, years, WEEKEND, FAIR, "18:00"),
                calendar(2, years, Set.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY), FAIR, "18:00"));

        // Then: Fridays and Saturdays of twenty years
        assertThat(diff.days()).hasSize(CalendarDiff.MOST_DAYS);
        assertThat(diff.moreDays()).isBetween(1_080, 1_092);
    }

    private static CalendarDefinition calendar(
            int version, List<Integer> years, Set<DayOfWeek> weekend, Map<String, String> holidays, String close) {
        Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!weekend.contains(day)) {
                openings.put(day, List.of(Opening.of("09:00", close)));
            }
        }
        TreeMap<LocalDate, Text> named = new TreeMap<>();
        holidays.forEach((date, name) -> named.put(LocalDate.parse(date), Text.same(name)));
        return new CalendarDefinition(
                new CalendarVersion("ours", version),
                Text.same("Ours"),
                ZoneId.of("Europe/Berlin"),
                new TreeSet<>(years),
                weekend,
                named,
                new TreeMap<>(),
                openings,
                List.of());
    }
}
