package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.calendars.YearUnknown;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.ProblemException;

/** What is answered where a calendar cannot. */
public final class CalendarProblems {

    private CalendarProblems() {}

    /** 422 {@code calendar-year-unknown}, with calendar and year. */
    public static ProblemException yearUnknown(YearUnknown unknown) {
        return yearUnknown(unknown.calendar(), unknown.year());
    }

    /** The same. */
    public static ProblemException yearUnknown(CalendarVersion calendar, int year) {
        return Problem.status(422)
                .type("calendar-year-unknown")
                .title("The calendar does not hold that year")
                .detail("Calendar " + calendar + " does not say which days of " + year
                        + " are off, and nobody guesses. A policy-admin enters the year as a new version of it.")
                .with("calendar", calendar.id())
                .with("calendarVersion", calendar.version())
                .with("year", year)
                .exception();
    }
}
