package dev.aftersales.chassis.calendars;

import dev.aftersales.chassis.languages.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A calendar as data, as it is stored and shown. One that exists is legal.
 *
 * @param calendar which one, in which version
 * @param name what people call it
 * @param zone in which its days begin and end and its hours are meant
 * @param years those whose holidays and make-up days it states in full; of any other it knows nothing
 * @param weekend the days of the week that are off, unless they are make-up days; at most six
 * @param holidays the public holidays by date; a holiday may fall on a weekend
 * @param makeUpDays weekend days that are worked, by date, with the holiday for which they are
 * @param openings the opening hours of each day of the week that is worked
 * @param makeUpOpenings the opening hours of make-up days; may be empty where there are no such days
 */
public record CalendarDefinition(
        CalendarVersion calendar,
        Text name,
        ZoneId zone,
        SortedSet<Integer> years,
        Set<DayOfWeek> weekend,
        SortedMap<LocalDate, Text> holidays,
        SortedMap<LocalDate, Text> makeUpDays,
        Map<DayOfWeek, List<Opening>> openings,
        List<Opening> makeUpOpenings) {

    private static final int MOST_YEARS = 100;

    /** @throws IllegalCalendar if it contradicts itself or leaves out what it needs */
    public CalendarDefinition {
        years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
        weekend = Collections.unmodifiableSet(
                weekend.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(weekend));
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        makeUpDays = Collections.unmodifiableSortedMap(new TreeMap<>(makeUpDays));
        openings = copyOf(openings);
        makeUpOpenings = List.copyOf(makeUpOpenings);
        checkYears(years, holidays, makeUpDays);
        checkWeek(weekend, openings);
        checkMakeUpDays(weekend, holidays, makeUpDays, makeUpOpenings);
    }

    private static Map<DayOfWeek, List<Opening>> copyOf(Map<DayOfWeek, List<Opening>> openings) {
        Map<DayOfWeek, List<Opening>> copy = new EnumMap<>(DayOfWeek.class);
        openings.forEach((day, windows) -> copy.put(day, List.copyOf(windows)));
        return Collections.unmodifiableMap(copy);
    }

    private static void checkYears(
            SortedSet<Integer> years, SortedMap<LocalDate, Text> holidays, SortedMap<LocalDate, Text> makeUpDays) {
        if (years.isEmpty()) {
            throw new IllegalCalendar("a calendar states the years that it holds");
        }
        if (years.first() < 1970 || years.last() > 2999 || years.last() - years.first() >= MOST_YEARS) {
            throw new IllegalCalendar("a calendar holds years of one century from 1970 to 2999, not " + years.first()
                    + " to " + years.last());
        }
        holidays.keySet().forEach(date -> checkYear(years, date, "the holiday"));
        makeUpDays.keySet().forEach(date -> checkYear(years, date, "the make-up day"));
    }

    private static void checkYear(SortedSet<Integer> years, LocalDate date, String what) {
        if (!years.contains(date.getYear())) {
            throw new IllegalCalendar(what + " " + date + " is in none of the years " + years);
        }
    }

    private static void checkWeek(Set<DayOfWeek> weekend, Map<DayOfWeek, List<Opening>> openings) {
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalCalendar("at least one day of the week is worked");
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> windows = openings.getOrDefault(day, List.of());
            if (weekend.contains(day) && !windows.isEmpty()) {
                throw new IllegalCalendar(day + " is a weekend day, which has no opening hours");
            }
            if (!weekend.contains(day) && windows.isEmpty()) {
                throw new IllegalCalendar(day + " is worked and needs opening hours");
            }
            checkApart(windows, day.name());
        }
    }

    private static void checkMakeUpDays(
            Set<DayOfWeek> weekend,
            SortedMap<LocalDate, Text> holidays,
            SortedMap<LocalDate, Text> makeUpDays,
            List<Opening> makeUpOpenings) {
        for (LocalDate date : makeUpDays.keySet()) {
            if (holidays.containsKey(date)) {
                throw new IllegalCalendar(date + " is a holiday and a make-up day at once");
            }
            if (!weekend.contains(date.getDayOfWeek())) {
                throw new IllegalCalendar(
                        "the make-up day " + date + " is a " + date.getDayOfWeek() + ", which is worked anyway");
            }
        }
        if (makeUpOpenings.isEmpty() && !makeUpDays.isEmpty()) {
            throw new IllegalCalendar("make-up days need opening hours");
        }
        checkApart(makeUpOpenings, "a make-up day");
    }

    private static void checkApart(List<Opening> windows, String day) {
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).fromSecond() < windows.get(i - 1).toSecond()) {
                throw new IllegalCalendar("the openings " + windows.get(i - 1) + " and " + windows.get(i) + " of " + day
                        + " overlap or are out of order");
            }
        }
    }
}
