package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.Day;
import dev.aftersales.chassis.calendars.Opening;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through the hours in which one is open, those of a calendar or the same every day (B2.1), and has them counted. */
final class ServiceHours {

    private final LocalTimes times;
    private final @Nullable BusinessCalendar calendar;
    private final List<Opening> everyDay;
    private final Pauses pauses;
    private final Entries entries;

    /** Until when all is counted or explained. */
    private long told;

    /** @param calendar absent only when there are hours of every day */
    ServiceHours(
            LocalTimes times,
            @Nullable BusinessCalendar calendar,
            List<Opening> everyDay,
            Pauses pauses,
            Entries entries) {
        this.times = times;
        this.calendar = calendar;
        this.everyDay = everyDay;
        this.pauses = pauses;
        this.entries = entries;
    }

    Counted count(long start, HourCount hours) {
        Pauses.Stretch lasting = pauses.lasting();
        told = start;
        for (LocalDate date = times.date(start); ; date = date.plusDays(1)) {
            long dayStart = Math.max(start, times.start(date));
            if (lasting != null && lasting.from() <= dayStart) {
                return hours.waiting(Math.max(told, lasting.from()), lasting);
            }
            if (!everyDay.isEmpty()) {
                Counted counted = count(date, everyDay, hours);
                if (counted != null) {
                    return counted;
                }
                continue;
            }
            switch (Objects.requireNonNull(calendar).day(date)) {
                case Day.Off off -> {
                    closedUntil(dayStart);
                    entries.off(off);
                    told = times.end(date) + 1;
                }
                case Day.Working day -> {
                    Counted counted = count(date, day.openings(), hours);
                    if (counted != null) {
                        return counted;
                    }
                }
            }
        }
    }

    private @Nullable Counted count(LocalDate date, List<Opening> openings, HourCount hours) {
        for (Opening opening : openings) {
            long from = Math.max(told, times.from(date, opening));
            long to = times.to(date, opening);
            if (from < to) {
                closedUntil(from);
                Counted counted = hours.count(from, to);
                if (counted != null) {
                    return counted;
                }
                told = to;
            }
        }
        return null;
    }

    /** Closed time of working days is one entry, from the last closing to the next opening or day off. */
    private void closedUntil(long second) {
        if (told < second) {
            entries.closed(told, second);
        }
    }
}
