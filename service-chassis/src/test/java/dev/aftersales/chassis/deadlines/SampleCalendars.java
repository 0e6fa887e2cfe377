package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.calendars.Opening;
import dev.aftersales.chassis.languages.Text;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Instants, and calendars of 2025 and 2026 from Monday to Friday, 9:00 to 18:00. */
final class SampleCalendars {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Text NATIONAL_DAY = new Text("National Day", "国庆节");

    private SampleCalendars() {}

    static BusinessCalendar plain(ZoneId zone, LocalDate... holidays) {
        Map<LocalDate, Text> named = new TreeMap<>();
        for (LocalDate holiday : holidays) {
            named.put(holiday, new Text("A holiday", "假日"));
        }
        return calendar(zone, named, Map.of(), "09:00", "18:00");
    }

    /** Seven days off from Thursday, 1 October 2026 on, for which the Sunday before and the Saturday after are worked. */
    static BusinessCalendar goldenWeek() {
        Map<LocalDate, Text> holidays = new TreeMap<>();
        for (int day = 1; day <= 7; day++) {
            holidays.put(LocalDate.of(2026, 10, day), NATIONAL_DAY);
        }
        Map<LocalDate, Text> makeUpDays =
                Map.of(LocalDate.of(2026, 9, 27), NATIONAL_DAY, LocalDate.of(2026, 10, 10), NATIONAL_DAY);
        return calendar(SHANGHAI, holidays, makeUpDays, "09:00", "18:00");
    }

    static BusinessCalendar open(ZoneId zone, String from, String to) {
        return calendar(zone, Map.of(), Map.of(), from, to);
    }

    static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** In Shanghai. */
    static Instant at(String local) {
        return at(SHANGHAI, local);
    }

    /** Without weekends. */
    static BusinessCalendar everyDay(ZoneId zone) {
        return calendar(zone, EnumSet.noneOf(DayOfWeek.class), Map.of(), Map.of(), "09:00", "18:00");
    }

    private static BusinessCalendar calendar(
            ZoneId zone, Map<LocalDate, Text> holidays, Map<LocalDate, Text> makeUpDays, String from, String to) {
        return calendar(zone, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays, makeUpDays, from, to);
    }

    private static BusinessCalendar calendar(
            ZoneId zone,
            EnumSet<DayOfWeek> weekend,
            Map<LocalDate, Text> holidays,
            Map<LocalDate, Text> makeUpDays,
            String from,
            String to) {
        List<Opening> hours = List.of(Opening.of(from, to));
        Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
        EnumSet.complementOf(weekend).forEach(day -> openings.put(day, hours));
        return new BusinessCalendar(new CalendarDefinition(
                new CalendarVersion("sample", 1),
                new Text("Monday to Friday", "周一至周五"),
                zone,
                new TreeSet<>(Set.of(2025, 2026)),
                weekend,
                new TreeMap<>(holidays),
                new TreeMap<>(makeUpDays),
                openings,
                hours));
    }
}
