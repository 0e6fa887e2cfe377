package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Days and times of one zone as epoch seconds. A time of a day is the first second at which clocks show it or a later one:
 * where they are put forward over it, the second of the change; where they are put back to it, the first of the two. So a
 * later time never comes before an earlier one. A day ends with the last second before the next begins.
 */
final class LocalTimes {

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
        return at(date, LocalTime.MIDNIGHT);
    }

    /** The day's last second. */
    long end(LocalDate date) {
        return start(date.plusDays(1)) - 1;
    }

    /** The last second of a business day that closes at that time; 00:00 is the day's end. */
    long close(LocalDate date, LocalTime close) {
        return close.equals(LocalTime.MIDNIGHT) ? end(date) : Math.min(at(date, close), end(date));
    }

    long from(LocalDate date, Opening opening) {
        return at(date, opening.from());
    }

    /** The first second at which it is over. */
    long to(LocalDate date, Opening opening) {
        return opening.endsWithDay() ? start(date.plusDays(1)) : at(date, opening.to());
    }

    private long at(LocalDate date, LocalTime time) {
        LocalDateTime local = date.atTime(time);
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change != null && change.isGap()) {
            return change.toEpochSecond();
        }
        // Of two offsets the rules answer with the one before the change.
        return local.toEpochSecond(rules.getOffset(local));
    }
}
