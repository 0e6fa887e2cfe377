package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.Day;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts business and working days (conventions; A4.3 to A4.6, C5.3). The day of the event is day 0; if it is off, or the
 * event comes after close, the next working day is. A day counts, and day 0 is one, at its close, unless that is paused.
 */
final class DayCount {

    private final LocalTimes times;
    private final BusinessCalendar calendar;
    private final Promise promise;
    private final Pauses pauses;
    private final Entries entries;

    DayCount(LocalTimes times, BusinessCalendar calendar, Promise promise, Pauses pauses, Entries entries) {
        this.times = times;
        this.calendar = calendar;
        this.promise = promise;
        this.pauses = pauses;
        this.entries = entries;
    }

    Counted count(long start, @Nullable Integer target, int limit) {
        Pauses.Stretch lasting = pauses.lasting();
        LocalDate dayZero = dayZero(start, lasting);
        if (dayZero == null) {
            return Counted.waiting(null, null, Objects.requireNonNull(lasting));
        }
        entries.skipped(dayZero, Treatment.Why.DAY_ZERO, null);
        Long targetAt = null;
        int number = 0;
        for (LocalDate date = dayZero.plusDays(1); ; date = date.plusDays(1)) {
            if (lasting != null && lasting.from() <= times.start(date)) {
                entries.paused(lasting);
                return Counted.waiting(dayZero, targetAt, lasting);
            }
            switch (calendar.day(date)) {
                case Day.Off off -> entries.off(off);
                case Day.Working day -> {
                    Pauses.Stretch pause = pauses.isEmpty() ? null : pauses.at(close(day));
                    if (pause != null && pause.to() == Pauses.NEVER) {
                        entries.paused(pause);
                        return Counted.waiting(dayZero, targetAt, pause);
                    }
                    if (pause != null) {
                        entries.paused(date, pause);
                        continue;
                    }
                    entries.counted(date, ++number, day.makeUp());
                    if (target != null && number == target) {
                        targetAt = close(day);
                    }
                    if (number == limit) {
                        return new Counted(dayZero, targetAt, close(day), null);
                    }
                }
            }
        }
    }

    /** Absent while a pause lasts over the close of every day that could be it. */
    private @Nullable LocalDate dayZero(long start, Pauses.@Nullable Stretch lasting) {
        for (LocalDate date = times.date(start); ; date = date.plusDays(1)) {
            if (lasting != null && lasting.from() <= times.start(date)) {
                entries.paused(lasting);
                return null;
            }
            switch (calendar.day(date)) {
                case Day.Off off -> entries.off(off);
                case Day.Working day -> {
                    if (start > close(day)) {
                        entries.skipped(date, Treatment.Why.AFTER_CLOSE, null);
                        continue;
                    }
                    Pauses.Stretch pause = pauses.at(close(day));
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
        }
    }

    private long close(Day.Working day) {
        LocalTime close = promise.closeOfBusiness();
        return times.close(day.date(), close == null ? day.openings().getLast().to() : close);
    }
}
