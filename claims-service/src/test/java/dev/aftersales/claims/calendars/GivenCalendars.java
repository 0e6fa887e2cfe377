package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.languages.Text;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calendars to reckon by. */
public final class GivenCalendars {

    private GivenCalendars() {}

    /** As it comes with the service. */
    public static BusinessCalendar china() {
        return new BusinessCalendar(definition());
    }

    /** The same with one holiday more. */
    public static BusinessCalendar chinaWithHoliday(LocalDate date) {
        CalendarDefinition china = definition();
        SortedMap<LocalDate, Text> holidays = new TreeMap<>(china.holidays());
        holidays.put(date, Text.same("Fair"));
        return new BusinessCalendar(new CalendarDefinition(
                china.calendar(),
                china.name(),
                china.zone(),
                china.years(),
                china.weekend(),
                holidays,
                china.makeUpDays(),
                china.openings(),
                china.makeUpOpenings()));
    }

    /** The same in a later version, with one year more that has no holidays. */
    public static BusinessCalendar chinaWithYear(int year, int version) {
        CalendarDefinition china = definition();
        SortedSet<Integer> years = new TreeSet<>(china.years());
        years.add(year);
        return new BusinessCalendar(new CalendarDefinition(
                new CalendarVersion(china.calendar().id(), version),
                china.name(),
                china.zone(),
                years,
                china.weekend(),
                china.holidays(),
                china.makeUpDays(),
                china.openings(),
                china.makeUpOpenings()));
    }

    private static CalendarDefinition definition() {
        return ShippedCalendars.load().find("china").orElseThrow();
    }
}
