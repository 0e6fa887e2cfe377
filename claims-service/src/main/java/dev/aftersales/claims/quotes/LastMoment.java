package dev.aftersales.claims.quotes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;

/** Until when something may still be done: 23:59:59 of the last day, in the policy's zone. */
final class LastMoment {

    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    private LastMoment() {}

    /**
     * So long after that instant. Months and years lead to the same day of the month, or to the month's last day where it
     * has none (reading D?11); days are calendar days, the day of the instant being day 0.
     */
    static Instant of(Instant from, Period time, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(from, zone).plus(time);
        return last.atTime(LAST).atZone(zone).toInstant();
    }
}
