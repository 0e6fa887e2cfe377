package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarVersion;
import java.util.Optional;

/** Where the calendars of vendors are looked up. */
public interface CalendarBook {

    /** The newest version of the vendor's calendar. */
    Optional<BusinessCalendar> current(String vendor, String id);

    /** That version of the vendor's calendar, as something was reckoned by it. */
    Optional<BusinessCalendar> version(String vendor, CalendarVersion version);

    /** A deadline waits for a year of the vendor's calendar: those who keep it are told, once. */
    void await(String vendor, String id, int year);
}
