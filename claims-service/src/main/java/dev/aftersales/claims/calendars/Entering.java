package dev.aftersales.claims.calendars;

import java.time.ZoneId;

/** What became of a version that somebody entered. */
sealed interface Entering {

    /**
     * It stands.
     *
     * @param created false when the same person had entered the same before
     */
    record Entered(VendorCalendar calendar, boolean created) implements Entering {}

    /**
     * It does not follow the newest version.
     *
     * @param current number of the newest; 0 when there is none
     */
    record Stale(int current) implements Entering {}

    /** Its days would begin at other instants than those of the versions before. */
    record OtherZone(ZoneId zone) implements Entering {}

    /** The holidays that it takes over are not to be had. */
    record NoHolidays(PublicHolidays.Answer.Refused refused) implements Entering {}

    /** The vendor has as many calendars as one may have. */
    record TooMany(int most) implements Entering {}
}
