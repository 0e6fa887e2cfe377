package dev.aftersales.chassis.calendars;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A stretch of a day in which one is open, in whole seconds of local time.
 *
 * @param from the first second that is open
 * @param to the first second that is not; 00:00 is the end of the day, written 24:00
 */
public record Opening(LocalTime from, LocalTime to) {

    private static final int DAY = 24 * 60 * 60;

    /** @throws IllegalCalendar unless it ends after it starts, both in whole seconds */
    public Opening {
        if (from.getNano() != 0 || to.getNano() != 0) {
            throw new IllegalCalendar("an opening begins and ends at whole seconds, not " + from + " and " + to);
        }
        if (end(to) <= from.toSecondOfDay()) {
            throw new IllegalCalendar("an opening ends after it begins, not from " + from + " to " + to);
        }
    }

    /**
     * From two times as in {@code "08:30"} and {@code "18:00"}; the end may be {@code "24:00"}.
     *
     * @throws IllegalCalendar if these are no times, or no opening
     */
    public static Opening of(String from, String to) {
        return new Opening(time(from), to.equals("24:00") ? LocalTime.MIDNIGHT : time(to));
    }

    /** The second of the day at which it begins. */
    public int fromSecond() {
        return from.toSecondOfDay();
    }

    /** The second of the day at which it is over; 86,400 for the end of the day. */
    public int toSecond() {
        return end(to);
    }

    /** Whether it ends with the day. */
    public boolean endsWithDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    private static int end(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalCalendar("\"" + text + "\" is no time of day, as 08:30 is");
        }
    }

    @Override
    public String toString() {
        return from + "-" + (endsWithDay() ? "24:00" : to);
    }
}
