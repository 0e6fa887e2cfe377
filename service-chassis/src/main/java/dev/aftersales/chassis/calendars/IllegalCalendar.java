package dev.aftersales.chassis.calendars;

/** What was given makes no calendar; the message names the date or field and the rule, and may be shown to who gave it. */
public final class IllegalCalendar extends IllegalArgumentException {

    IllegalCalendar(String message) {
        super(message);
    }
}
