package dev.aftersales.chassis.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts calendar days (conventions; B2.2a, D4.2) and months (D2.6, E5.2, E7.3). A day counts, and
 * day 0 is one, at its last second, unless that is paused. The k-th time of a number of months is reckoned from the day of the event, never from the time before, so
 * that the end of a short month moves none of the later ones (E?6).
 */
final class WallDayCount {

    private final LocalTimes times;
    private final Pauses pauses;
    private final Entries entries;

    WallDayCount(LocalTimes times, Pauses pauses, Entries entries) {
        this.times = times;
        this.pauses = pauses;
        this.entries = entries;
    }

    Counted days(long start, @Nullable Integer target, int limit) {
        LocalDate dayZero = dayZero(start);
        if (dayZero == null) {
            return Counted.waiting(null, null, Objects.requireNonNull(pauses.lasting()));
        }
        entries.skipped(dayZero, Treatment.Why.DAY_ZERO, null);
        return count(dayZero, target, limit, true);
    }

    /** Absent while a pause lasts over the end of every day that could be it. */
    private @Nullable LocalDate dayZero(long start) {
        for (LocalDate date = times.date(start); ; date = date.plusDays(1)) {
            Pauses.Stretch pause = pauses.at(times.end(date));
            if (pause == null) {
                return date;
            }
            if (pause.to() == Pauses.NEVER) {
                entries.paused(pause);
                return null;
            }
            entries.paused(date, pause);
        }
    }

    Counted months(long start, @Nullable Integer target, int limit, int recurrence) {
        LocalDate anchor = times.date(start);
        long before = (recurrence - 1L) * limit;
        LocalDate dayZero = anchor.plusMonths(before);
        LocalDate due = anchor.plusMonths(before + limit);
        LocalDate targetDay = target == null ? null : anchor.plusMonths(before + target);
        boolean clamped = due.getDayOfMonth() != anchor.getDayOfMonth();
        entries.months(anchor, due, Math.toIntExact(before + limit), clamped);
        if (pauses.isEmpty()) {
            return new Counted(dayZero, targetDay == null ? null : times.end(targetDay), times.end(due), null);
        }
        // Months are as many days as they have; each of these that is paused moves the due day on by one.
        return count(dayZero, targetDay == null ? null : between(dayZero, targetDay), between(dayZero, due), false);
    }

    private Counted count(LocalDate dayZero, @Nullable Integer target, int limit, boolean oneByOne) {
        Long targetAt = null;
        int number = 0;
        for (LocalDate date = dayZero.plusDays(1); ; date = date.plusDays(1)) {
            Pauses.Stretch pause = pauses.isEmpty() ? null : pauses.at(times.end(date));
            if (pause != null && pause.to() == Pauses.NEVER) {
                entries.paused(pause);
                return Counted.waiting(dayZero, targetAt, pause);
            }
            if (pause != null) {
                entries.paused(date, pause);
                continue;
            }
            number++;
            if (oneByOne) {
                entries.counted(date, number, null);
            } else {
                entries.countedInARow(date, number);
            }
            if (target != null && number == target) {
                targetAt = times.end(date);
            }
            if (number == limit) {
                return new Counted(dayZero, targetAt, times.end(date), null);
            }
        }
    }

    private static int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
