package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Days and times of one zone as epoch seconds. Where clocks are put forward, a time that does not exist is as much later;
 * where they are put back, the first of the two is meant (RFC 5545, 3.3.5). No time leaves its day: a day begins with its
 * first second and ends with the last before the next day begins, and what would come later comes then.
 */
final class LocalTimes {

    private static final int DAY = 24 * 60 * 60;

    private final ZoneId zone;
    private final ZoneRules rules;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    ZoneId zone() {
        return zone;
    }

    LocalDate date(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    long start(LocalDate date) {
        return date.atStartOfDay(zone).toEpochSecond();
    }

    /** The day's last second. */
    long end(LocalDate date) {
        return start(date.plusDays(1)) - 1;
    }

    /** The last second of business that closes at that time; 00:00 is the day's end. */
    long close(LocalDate date, LocalTime close) {
        return close.equals(LocalTime.MIDNIGHT) ? end(date) : Math.min(at(date, close), end(date));
    }

    long from(LocalDate date, Opening opening) {
        return Math.min(at(date, opening.from()), end(date) + 1);
    }

    /** The first second at which it is over. */
    long to(LocalDate date, Opening opening) {
        return opening.endsWithDay() ? end(date) + 1 : Math.min(at(date, opening.to()), end(date) + 1);
    }

    private long at(LocalDate date, LocalTime time) {
        // The rules answer with the offset before a gap or overlap, which is what the standard wants.
        return date.toEpochDay() * DAY
                + time.toSecondOfDay()
                - rules.getOffset(date.atTime(time)).getTotalSeconds();
    }
}
