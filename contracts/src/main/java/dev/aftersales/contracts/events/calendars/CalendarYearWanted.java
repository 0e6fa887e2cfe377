package dev.aftersales.contracts.events.calendars;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import java.time.Instant;

/**
 * A vendor's calendar does not hold a year that is needed, now or soon: whoever keeps the calendar is to enter it. Told once
 * for each calendar and year.
 *
 * @param calendar the vendor's name of it, for example {@code china}
 * @param version its newest one, which lacks the year
 * @param words what people call the calendar
 * @param beginsAt the first instant of the year, in the zone of the calendar
 * @param awaited whether a deadline of a claim waits for the year already
 * @param zone of the calendar, of the IANA database, for example {@code Asia/Shanghai}
 */
@EventContract(type = "calendars.calendar-year-wanted.v1", topic = Topic.CALENDARS)
public record CalendarYearWanted(
        String calendar,
        int version,
        String vendor,
        CoverageDecided.Words words,
        int year,
        Instant beginsAt,
        boolean awaited,
        Instant wantedAt,
        String zone)
        implements Event {}
