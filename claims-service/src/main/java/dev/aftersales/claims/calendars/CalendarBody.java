package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.calendars.IllegalCalendar;
import dev.aftersales.chassis.calendars.Opening;
import dev.aftersales.chassis.languages.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A calendar as it is shipped, entered and shown.
 *
 * @param zone for example {@code Asia/Shanghai}
 * @param years those that it states in full
 * @param holidays by date
 * @param makeUpDays weekend days that are worked, by date, with the holiday for which they are
 * @param hours of each day of the week that is worked, as in {@code 09:00-18:00}; 24:00 is the end of the day
 * @param makeUpHours of make-up days
 */
record CalendarBody(
        @NotNull @Valid NameBody name,
        @NotBlank @Size(max = 64) String zone,
        @NotEmpty @Size(max = 100) SortedSet<@NotNull Integer> years,
        @NotNull Set<@NotNull DayOfWeek> weekend,

        @NotNull @Size(max = CalendarBody.MOST_DATES) SortedMap<@NotNull LocalDate, @NotNull @Valid NameBody> holidays,

        @NotNull @Size(max = CalendarBody.MOST_DATES)
        SortedMap<@NotNull LocalDate, @NotNull @Valid NameBody> makeUpDays,

        @NotEmpty
        Map<@NotNull DayOfWeek, @NotNull @Size(max = 12) List<@NotNull @Pattern(regexp = CalendarBody.HOURS) String>>
                hours,

        @NotNull @Size(max = 12) List<@NotNull @Pattern(regexp = CalendarBody.HOURS) String> makeUpHours) {

    /** Far more than a hundred years of holidays have, and far less than a document holds. */
    static final int MOST_DATES = 5_000;

    static final String HOURS = "[0-9]{2}:[0-9]{2}(:[0-9]{2})?-[0-9]{2}:[0-9]{2}(:[0-9]{2})?";

    /** What people call something, in both languages. */
    record NameBody(
            @NotBlank @Size(max = 200) String en,
            @NotBlank @Size(max = 200) String zh) {

        static NameBody of(Text text) {
            return new NameBody(text.en(), text.zh());
        }

        Text text() {
            return new Text(en, zh);
        }
    }

    static CalendarBody of(CalendarDefinition calendar) {
        Map<DayOfWeek, List<String>> hours = new EnumMap<>(DayOfWeek.class);
        calendar.openings().forEach((day, openings) -> hours.put(day, shown(openings)));
        return new CalendarBody(
                NameBody.of(calendar.name()),
                calendar.zone().getId(),
                calendar.years(),
                new TreeSet<>(calendar.weekend()),
                shown(calendar.holidays()),
                shown(calendar.makeUpDays()),
                hours,
                shown(calendar.makeUpOpenings()));
    }

    /**
     * The calendar that is meant.
     *
     * @throws IllegalCalendar if it contradicts itself
     * @throws java.time.DateTimeException if there is no such zone
     */
    CalendarDefinition as(CalendarVersion version) {
        Map<DayOfWeek, List<Opening>> openings = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, windows) -> openings.put(day, openings(windows)));
        return new CalendarDefinition(
                version,
                name.text(),
                ZoneId.of(zone),
                years,
                weekend,
                named(holidays),
                named(makeUpDays),
                openings,
                openings(makeUpHours));
    }

    /**
     * The same with holidays from elsewhere beside its own. What it says itself of a date goes before: another name, or that
     * the weekend day is worked.
     */
    CalendarBody with(SortedMap<LocalDate, Text> others) {
        SortedMap<LocalDate, NameBody> all = shown(others);
        all.keySet().removeIf(date -> makeUpDays.containsKey(date) && weekend.contains(date.getDayOfWeek()));
        all.putAll(holidays);
        return new CalendarBody(name, zone, years, weekend, all, makeUpDays, hours, makeUpHours);
    }

    private static List<Opening> openings(List<String> windows) {
        return windows.stream()
                .map(window -> {
                    int dash = window.indexOf('-');
                    return Opening.of(window.substring(0, dash), window.substring(dash + 1));
                })
                .toList();
    }

    private static SortedMap<LocalDate, Text> named(SortedMap<LocalDate, NameBody> dates) {
        SortedMap<LocalDate, Text> named = new TreeMap<>();
        dates.forEach((date, name) -> named.put(date, name.text()));
        return named;
    }

    private static SortedMap<LocalDate, NameBody> shown(SortedMap<LocalDate, Text> dates) {
        SortedMap<LocalDate, NameBody> shown = new TreeMap<>();
        dates.forEach((date, name) -> shown.put(date, NameBody.of(name)));
        return shown;
    }

    static List<String> shown(List<Opening> openings) {
        return openings.stream().map(Opening::toString).toList();
    }
}
