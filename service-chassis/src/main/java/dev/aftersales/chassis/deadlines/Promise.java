package dev.aftersales.chassis.deadlines;

import dev.aftersales.chassis.calendars.Opening;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that a clause promises. A range "a–b" is target a and limit b: done before a is early, not wrong.
 *
 * @param clause by which it is promised
 * @param unit what time is counted in; absent exactly when nothing is committed to
 * @param target from whose due on one is warned, in units; absent when there is only a limit
 * @param limit after whose due the promise is broken, in units; absent exactly when nothing is committed to
 * @param closeOfBusiness until when a business or working day lasts, 00:00 being its end; absent when it lasts as long as
 *     the calendar is open. Other units know none.
 * @param everyDay the hours of a service that is there every day, holidays included (B2.1), in which service hours are
 *     counted; empty when they are the calendar's. Other units know none.
 */
public record Promise(
        String clause,
        @Nullable Unit unit,
        @Nullable Integer target,
        @Nullable Integer limit,
        @Nullable LocalTime closeOfBusiness,
        List<Opening> everyDay) {

    /** What time is counted in. */
    public enum Unit {
        /** Hours by the clock on the wall, nights and weekends included. */
        ELAPSED_HOURS,
        /** Hours in which one is open. */
        SERVICE_HOURS,
        /** Days by the wall calendar, each over with its last second. */
        CALENDAR_DAYS,
        /** Days that are worked, each over at close of business. */
        WORKING_DAYS,
        /** The same as working days, in the words of other policies. */
        BUSINESS_DAYS,
        /** Months to the same day of the month, or to the month's last where it has none. */
        MONTHS;

        /** Whether these are days that a business calendar knows. */
        public boolean isWorked() {
            return this == WORKING_DAYS || this == BUSINESS_DAYS;
        }
    }

    private static final int MOST = 10_000;

    /** @throws IllegalArgumentException if the parts contradict each other, or it is longer than 10,000 units */
    public Promise {
        everyDay = List.copyOf(everyDay);
        if ((unit == null) != (limit == null)) {
            throw new IllegalArgumentException(clause + ": unit and limit stand together or not at all");
        }
        if (target != null && (limit == null || target < 1 || target > limit)) {
            throw new IllegalArgumentException(clause + ": the target " + target + " is not between 1 and the limit");
        }
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new IllegalArgumentException(clause + ": the limit " + limit + " is not between 1 and " + MOST);
        }
        if (closeOfBusiness != null && (unit == null || !unit.isWorked() || closeOfBusiness.getNano() != 0)) {
            throw new IllegalArgumentException(clause
                    + ": only business and working days close, and at a whole second, not at " + closeOfBusiness);
        }
        if (!everyDay.isEmpty() && unit != Unit.SERVICE_HOURS) {
            throw new IllegalArgumentException(clause + ": only service hours have hours of their own");
        }
        for (int i = 1; i < everyDay.size(); i++) {
            if (everyDay.get(i).fromSecond() < everyDay.get(i - 1).toSecond()) {
                throw new IllegalArgumentException(clause + ": " + everyDay.get(i - 1) + " and " + everyDay.get(i)
                        + " overlap or are out of order");
            }
        }
    }

    /** No committed time, which is a legal thing for a policy to say. */
    public static Promise none(String clause) {
        return new Promise(clause, null, null, null, null, List.of());
    }

    public static Promise within(String clause, int limit, Unit unit) {
        return new Promise(clause, unit, null, limit, null, List.of());
    }

    /** The range from that target to this limit. */
    public Promise from(int target) {
        return new Promise(clause, unit, target, limit, closeOfBusiness, everyDay);
    }

    /** The same with so many units more before it is broken. */
    public Promise longerBy(int units) {
        if (limit == null) {
            throw new IllegalArgumentException(clause + ": what is not committed to has no limit");
        }
        return new Promise(clause, unit, target, limit + units, closeOfBusiness, everyDay);
    }

    public Promise closingAt(LocalTime closeOfBusiness) {
        return new Promise(clause, unit, target, limit, closeOfBusiness, everyDay);
    }

    public Promise openEveryDay(List<Opening> everyDay) {
        return new Promise(clause, unit, target, limit, closeOfBusiness, everyDay);
    }

    /** Whether a calendar is needed to reckon it. */
    public boolean needsCalendar() {
        return unit != null && (unit.isWorked() || (unit == Unit.SERVICE_HOURS && everyDay.isEmpty()));
    }
}
