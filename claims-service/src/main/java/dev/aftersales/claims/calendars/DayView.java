package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.Day;
import dev.aftersales.chassis.languages.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar says of one day.
 *
 * @param name the holiday, or the one for which a weekend day is worked; absent on other days
 * @param hours as in {@code 09:00-18:00}; empty on a day off
 */
record DayView(
        LocalDate date,
        DayOfWeek weekday,
        Kind kind,
        @Nullable Text name,
        List<String> hours) {

    /** What the day is, and why. */
    enum Kind {
        WORKED,
        /** A weekend day that is worked for a holiday. */
        MAKE_UP,
        WEEKEND,
        HOLIDAY
    }

    /** Whether it is worked or off for the same reason, whatever its hours. */
    boolean isSameDay(DayView other) {
        return kind == other.kind && Objects.equals(name, other.name);
    }

    static DayView of(Day day) {
        DayOfWeek weekday = day.date().getDayOfWeek();
        return switch (day) {
            case Day.Working worked ->
                new DayView(
                        worked.date(),
                        weekday,
                        worked.makeUp() == null ? Kind.WORKED : Kind.MAKE_UP,
                        worked.makeUp(),
                        CalendarBody.shown(worked.openings()));
            case Day.Off off ->
                new DayView(
                        off.date(),
                        weekday,
                        off.holiday() == null ? Kind.WEEKEND : Kind.HOLIDAY,
                        off.holiday(),
                        List.of());
        };
    }
}
