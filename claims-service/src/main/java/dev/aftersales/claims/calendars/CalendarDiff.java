package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.Opening;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In what a version of a calendar differs from another one. What was reckoned by the former stays as it is; what begins
 * under the latter is counted so.
 *
 * @param from number of the former
 * @param to number of the latter
 * @param yearsRemoved years that the latter does not hold any more: what would be counted into them is refused
 * @param days of the years that both hold, which are something else or bear another name; the first {@value #MOST_DAYS}
 * @param moreDays how many differ beside
 * @param newDays what the years that were added say beyond the week: days off with their holiday, and weekend days that are
 *     worked; the first {@value #MOST_DAYS}
 * @param moreNewDays how many they say beside
 */
record CalendarDiff(
        String id,
        int from,
        int to,
        SortedSet<Integer> yearsAdded,
        SortedSet<Integer> yearsRemoved,
        List<DayChange> days,
        int moreDays,
        List<DayView> newDays,
        int moreNewDays,
        List<HoursChange> hours) {

    static final int MOST_DAYS = 1_000;

    /** A day that became another. */
    record DayChange(LocalDate date, DayView before, DayView after) {}

    /**
     * Opening hours that changed.
     *
     * @param weekday absent for make-up days
     */
    record HoursChange(@Nullable DayOfWeek weekday, List<String> before, List<String> after) {}

    static CalendarDiff between(CalendarDefinition former, CalendarDefinition latter) {
        List<DayChange> days = days(former, latter);
        List<DayView> newDays = newDays(former, latter);
        return new CalendarDiff(
                latter.calendar().id(),
                former.calendar().version(),
                latter.calendar().version(),
                without(latter.years(), former.years()),
                without(former.years(), latter.years()),
                days.stream().limit(MOST_DAYS).toList(),
                Math.max(0, days.size() - MOST_DAYS),
                newDays.stream().limit(MOST_DAYS).toList(),
                Math.max(0, newDays.size() - MOST_DAYS),
                hours(former, latter));
    }

    private static SortedSet<Integer> without(SortedSet<Integer> years, SortedSet<Integer> others) {
        SortedSet<Integer> left = new TreeSet<>(years);
        left.removeAll(others);
        return left;
    }

    private static List<DayChange> days(CalendarDefinition former, CalendarDefinition latter) {
        BusinessCalendar before = new BusinessCalendar(former);
        BusinessCalendar after = new BusinessCalendar(latter);
        return former.years().stream()
                .filter(latter.years()::contains)
                .flatMap(CalendarDiff::daysOf)
                .map(date -> new DayChange(date, DayView.of(before.day(date)), DayView.of(after.day(date))))
                .filter(change -> !change.before().isSameDay(change.after()))
                .toList();
    }

    private static List<DayView> newDays(CalendarDefinition former, CalendarDefinition latter) {
        BusinessCalendar after = new BusinessCalendar(latter);
        return without(latter.years(), former.years()).stream()
                .flatMap(CalendarDiff::daysOf)
                .map(date -> DayView.of(after.day(date)))
                .filter(day -> day.name() != null)
                .toList();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.ofYearDay(year, 1).datesUntil(LocalDate.ofYearDay(year + 1, 1));
    }

    private static List<HoursChange> hours(CalendarDefinition former, CalendarDefinition latter) {
        List<HoursChange> changes = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            add(changes, day, of(former.openings(), day), of(latter.openings(), day));
        }
        add(changes, null, former.makeUpOpenings(), latter.makeUpOpenings());
        return changes;
    }

    private static List<Opening> of(Map<DayOfWeek, List<Opening>> openings, DayOfWeek day) {
        return openings.getOrDefault(day, List.of());
    }

    private static void add(
            List<HoursChange> changes, @Nullable DayOfWeek day, List<Opening> before, List<Opening> after) {
        if (!before.equals(after)) {
            changes.add(new HoursChange(day, CalendarBody.shown(before), CalendarBody.shown(after)));
        }
    }
}
