package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.YearUnknown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reckons when promises are due, in one zone and by one calendar, by the conventions at the head of the clause register.
 *
 * <ul>
 *   <li>Business and working days: the day of the event is day 0; if it is off, or the event comes after close, the next
 *       working day is. Due is the N-th working day after day 0, at the second of close.
 *   <li>Calendar days: due is the last second of the N-th day after the day of the event. Months: of the same day of a later
 *       month, or of its last day where it has none; every recurrence from the first start, so that none drifts.
 *   <li>Hours: due is the second at which they are over. Service hours run only while one is open.
 *   <li>A pause costs hours their time, and days and months each day whose close (or end) it holds. Pauses before the start
 *       cost nothing. While one lasts, nothing is due that was not due before.
 *   <li>Whole seconds count: done in the second of the due is in time.
 *   <li>Where clocks change, a time of a day is the first second at which they show it or a later one, and a day ends with
 *       the last second before the next begins.
 * </ul>
 */
public final class Deadlines {

    private static final int MOST_MONTHS = 12_000;

    private final LocalTimes times;
    private final @Nullable BusinessCalendar calendar;

    /**
     * @param zone the policy's
     * @param calendar absent where no promise needs one
     * @throws IllegalArgumentException if the calendar is of another zone: a day would begin twice
     */
    public Deadlines(ZoneId zone, @Nullable BusinessCalendar calendar) {
        if (calendar != null && !calendar.zone().equals(zone)) {
            throw new IllegalArgumentException(
                    "calendar " + calendar.version() + " is of the zone " + calendar.zone() + ", not of " + zone);
        }
        this.times = new LocalTimes(zone);
        this.calendar = calendar;
    }

    /**
     * When a promise is due that is made once.
     *
     * @throws YearUnknown if it would have to be counted over a year that the calendar does not hold
     * @throws IllegalArgumentException if the promise needs a calendar, and there is none
     */
    public Reckoning reckon(Promise promise, Start start, List<Pause> pauses) {
        return recurrence(promise, 1, start, pauses);
    }

    /**
     * When a promise in months is due for the k-th time, always reckoned from the first start. Only pauses after the time
     * before move it.
     *
     * @param recurrence k, from 1 on
     * @throws YearUnknown if it would have to be counted over a year that the calendar does not hold
     * @throws IllegalArgumentException if the promise needs a calendar, and there is none; or it recurs by another unit
     *     than months
     */
    public Reckoning recurrence(Promise promise, int recurrence, Start start, List<Pause> pauses) {
        if (recurrence < 1 || (recurrence > 1 && promise.unit() != Promise.Unit.MONTHS)) {
            throw new IllegalArgumentException(promise.clause() + ": there is no time number " + recurrence);
        }
        if ((long) recurrence * Objects.requireNonNullElse(promise.limit(), 1) > MOST_MONTHS && recurrence > 1) {
            throw new IllegalArgumentException(
                    promise.clause() + ": time number " + recurrence + " is more than a thousand years ahead");
        }
        if (promise.needsCalendar() && calendar == null) {
            throw new IllegalArgumentException(
                    promise.clause() + " is counted in " + promise.unit() + " and needs a calendar");
        }
        Entries entries = new Entries(times);
        Counted counted = count(promise, recurrence, start, Pauses.of(pauses), entries);
        return new Reckoning(
                promise,
                times.zone(),
                promise.needsCalendar() ? Objects.requireNonNull(calendar).version() : null,
                start,
                recurrence,
                counted.dayZero(),
                instant(counted.targetAt()),
                instant(counted.dueAt()),
                instant(counted.pausedSince()),
                pauses,
                entries.folded());
    }

    private Counted count(Promise promise, int recurrence, Start start, Pauses pauses, Entries entries) {
        Promise.Unit unit = promise.unit();
        Integer limit = promise.limit();
        if (unit == null || limit == null) {
            return new Counted(null, null, null, null);
        }
        long from = start.countsFrom().getEpochSecond();
        Integer target = promise.target();
        return switch (unit) {
            case ELAPSED_HOURS ->
                Objects.requireNonNull(new HourCount(pauses, entries, target, limit).count(from, Pauses.NEVER));
            case SERVICE_HOURS ->
                new ServiceHours(times, calendar, promise.everyDay(), pauses, entries)
                        .count(from, new HourCount(pauses, entries, target, limit));
            case WORKING_DAYS, BUSINESS_DAYS ->
                new DayCount(times, Objects.requireNonNull(calendar), promise, pauses, entries)
                        .count(from, target, limit);
            case CALENDAR_DAYS -> new WallDayCount(times, pauses, entries).days(from, target, limit);
            case MONTHS -> new WallDayCount(times, pauses, entries).months(from, target, limit, recurrence);
        };
    }

    private static @Nullable Instant instant(@Nullable Long second) {
        return second == null ? null : Instant.ofEpochSecond(second);
    }
}
