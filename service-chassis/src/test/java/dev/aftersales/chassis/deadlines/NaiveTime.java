package dev.aftersales.chassis.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * What the clocks of a zone show, minute by minute, looked up and never reckoned: the one question that is asked of the zone
 * is what is shown at an instant. When a clock shows something is found by going through the minutes.
 */
final class NaiveTime {

    static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    static final LocalDate LAST = LocalDate.of(2030, 6, 30);

    private static final int DAY = 24 * 60;
    private static final long ORIGIN = FIRST.toEpochDay() * DAY;

    /** The minute that is shown (since 1970, as if it were UTC) in each minute from the origin on. */
    private final int[] shown;

    NaiveTime(ZoneId zone) {
        shown = new int[(int) (LAST.toEpochDay() - FIRST.toEpochDay()) * DAY];
        ZoneRules rules = zone.getRules();
        for (int minute = 0; minute < shown.length; minute++) {
            long second = (ORIGIN + minute) * 60;
            shown[minute] = (int)
                    ((second + rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds()) / 60);
        }
    }

    LocalDate dateAt(long second) {
        return LocalDate.ofEpochDay(dayAt(second));
    }

    /** The date in days since 1970. */
    int dayAt(long second) {
        return shownAt(Math.floorDiv(second, 60)) / DAY;
    }

    /** The last second before the first that shows a later date. */
    long lastSecondOf(LocalDate date) {
        return secondOf(date.plusDays(1), LocalTime.MIDNIGHT) - 1;
    }

    /** The first second that shows that time of that date, or a later one. */
    long secondOf(LocalDate date, LocalTime time) {
        long wanted = date.toEpochDay() * DAY + time.toSecondOfDay() / 60;
        long minute = wanted - DAY;
        while (shownAt(minute) < wanted) {
            minute++;
        }
        return minute * 60 + (shownAt(minute) == wanted ? time.getSecond() : 0);
    }

    private int shownAt(long minute) {
        return shown[(int) (minute - ORIGIN)];
    }
}
