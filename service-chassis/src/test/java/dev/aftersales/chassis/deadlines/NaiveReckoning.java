package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.Opening;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines by the slowest way: hours second by second (or minute by minute), days day by day. Written from the conventions
 * at the head of the clause register and from what was agreed on pauses and clock changes, not from the code.
 */
final class NaiveReckoning {

    private final NaiveTime time;
    private final CalendarDefinition calendar;
    private final Promise promise;

    /** From and to of each pause, in seconds. */
    private final List<long[]> pauses;

    /** The day, since 1970, whose open seconds are at hand: looked up once a day, not once a second. */
    private int openDay = -1;

    private List<long[]> open = List.of();

    NaiveReckoning(NaiveTime time, CalendarDefinition calendar, Promise promise, List<Pause> pauses) {
        this.time = time;
        this.calendar = calendar;
        this.promise = promise;
        this.pauses = pauses.stream().map(NaiveReckoning::seconds).toList();
    }

    /** When so many units are over; absent if a pause lasts before. Hours go by steps of so many seconds. */
    @Nullable
    Long due(long start, int units, int recurrence, int step) {
        return switch (promise.unit()) {
            case ELAPSED_HOURS, SERVICE_HOURS -> hours(start, units, step);
            case WORKING_DAYS, BUSINESS_DAYS -> workingDays(start, units);
            case CALENDAR_DAYS -> calendarDays(calendarDayZero(start), units);
            case MONTHS -> months(start, units, recurrence);
        };
    }

    boolean isWorked(LocalDate date) {
        boolean weekend = calendar.weekend().contains(date.getDayOfWeek());
        return calendar.makeUpDays().containsKey(date)
                || !weekend && !calendar.holidays().containsKey(date);
    }

    /** The day of the event, or the next that is worked if it was off, over or paused at its close; absent if paused for good. */
    @Nullable
    LocalDate dayZero(long start) {
        LocalDate date = time.dateAt(start);
        while (!isWorked(date) || start > close(date) || isPausedForAWhile(close(date))) {
            date = date.plusDays(1);
        }
        return isPaused(close(date)) ? null : date;
    }

    /** The day of the event, or the next that is not paused at its end; absent if paused for good. */
    private @Nullable LocalDate calendarDayZero(long start) {
        LocalDate date = time.dateAt(start);
        while (isPausedForAWhile(time.lastSecondOf(date))) {
            date = date.plusDays(1);
        }
        return isPaused(time.lastSecondOf(date)) ? null : date;
    }

    /** Paused now, and not for good by one pause after the other. */
    private boolean isPausedForAWhile(long second) {
        long next = second;
        while (isPaused(next)) {
            if (isPausedForEver(next)) {
                return false;
            }
            for (long[] pause : pauses) {
                if (next >= pause[0] && next < pause[1] && pause[1] != Long.MAX_VALUE) {
                    next = pause[1];
                }
            }
        }
        return next > second;
    }

    private @Nullable Long hours(long start, int hours, int step) {
        long left = hours * 3600L;
        for (long second = start; ; second += step) {
            if (left == 0) {
                return second;
            }
            if (isPausedForEver(second)) {
                return null;
            }
            if (!isPaused(second) && isOpen(second)) {
                left -= step;
            }
        }
    }

    private @Nullable Long workingDays(long start, int days) {
        LocalDate date = dayZero(start);
        if (date == null) {
            return null;
        }
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            if (isWorked(date)) {
                if (isPausedForEver(close(date))) {
                    return null;
                }
                left -= isPaused(close(date)) ? 0 : 1;
            }
        }
        return close(date);
    }

    private @Nullable Long calendarDays(@Nullable LocalDate dayZero, int days) {
        if (dayZero == null) {
            return null;
        }
        LocalDate date = dayZero;
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            if (isPausedForEver(time.lastSecondOf(date))) {
                return null;
            }
            left -= isPaused(time.lastSecondOf(date)) ? 0 : 1;
        }
        return time.lastSecondOf(date);
    }

    private @Nullable Long months(long start, int months, int recurrence) {
        LocalDate anchor = time.dateAt(start);
        LocalDate dayZero = later(anchor, (recurrence - 1) * promise.limit());
        LocalDate due = later(anchor, (recurrence - 1) * promise.limit() + months);
        int days = 0;
        while (!dayZero.plusDays(days).equals(due)) {
            days++;
        }
        return calendarDays(dayZero, days);
    }

    /** The same day of a month so much later, or that month's last day. */
    private static LocalDate later(LocalDate anchor, int months) {
        int year = anchor.getYear();
        int month = anchor.getMonthValue();
        for (int i = 0; i < months; i++) {
            year += month == 12 ? 1 : 0;
            month = month == 12 ? 1 : month + 1;
        }
        int[] lengths = {31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return LocalDate.of(year, month, Math.min(anchor.getDayOfMonth(), lengths[month - 1]));
    }

    private long close(LocalDate date) {
        LocalTime close = promise.closeOfBusiness();
        if (close == null) {
            List<Opening> openings = openings(date);
            close = openings.get(openings.size() - 1).to();
        }
        return close.equals(LocalTime.MIDNIGHT)
                ? time.lastSecondOf(date)
                : Math.min(time.secondOf(date, close), time.lastSecondOf(date));
    }

    private List<Opening> openings(LocalDate date) {
        if (!promise.everyDay().isEmpty()) {
            return promise.everyDay();
        }
        if (!isWorked(date)) {
            return List.of();
        }
        return calendar.makeUpDays().containsKey(date)
                ? calendar.makeUpOpenings()
                : calendar.openings().get(date.getDayOfWeek());
    }

    private boolean isOpen(long second) {
        if (promise.unit() == Promise.Unit.ELAPSED_HOURS) {
            return true;
        }
        if (time.dayAt(second) != openDay) {
            openDay = time.dayAt(second);
            open = openSeconds(LocalDate.ofEpochDay(openDay));
        }
        return isIn(open, second);
    }

    private List<long[]> openSeconds(LocalDate date) {
        List<long[]> open = new ArrayList<>();
        for (Opening opening : openings(date)) {
            long end = opening.to().equals(LocalTime.MIDNIGHT)
                    ? time.lastSecondOf(date) + 1
                    : time.secondOf(date, opening.to());
            open.add(new long[] {time.secondOf(date, opening.from()), end});
        }
        return open;
    }

    private boolean isPaused(long second) {
        return isIn(pauses, second);
    }

    private boolean isPausedForEver(long second) {
        for (long[] pause : pauses) {
            if (pause[1] == Long.MAX_VALUE && second >= pause[0]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(List<long[]> stretches, long second) {
        for (long[] stretch : stretches) {
            if (second >= stretch[0] && second < stretch[1]) {
                return true;
            }
        }
        return false;
    }

    private static long[] seconds(Pause pause) {
        return new long[] {
            pause.from().getEpochSecond(),
            pause.to() == null ? Long.MAX_VALUE : pause.to().getEpochSecond()
        };
    }
}
