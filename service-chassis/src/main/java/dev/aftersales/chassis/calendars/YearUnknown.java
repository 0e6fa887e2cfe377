package dev.aftersales.chassis.calendars;

/** A day was asked for in a year that the calendar does not hold. Which days are off there, nobody may guess. */
public final class YearUnknown extends RuntimeException {

    private final CalendarVersion calendar;
    private final int year;

    YearUnknown(CalendarVersion calendar, int year) {
        super("calendar " + calendar + " does not hold the year " + year);
        this.calendar = calendar;
        this.year = year;
    }

    public CalendarVersion calendar() {
        return calendar;
    }

    public int year() {
        return year;
    }
}
