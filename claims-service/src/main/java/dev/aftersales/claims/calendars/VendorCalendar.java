package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a vendor's calendar. It never changes, so that what was reckoned by it can be reckoned again.
 *
 * @param from whose public holidays were taken over, as dates of the definition; absent: nobody's. A newer library changes
 *     nothing here.
 * @param reason why it was made
 * @param by the person's id; absent for what came with the service
 * @param at when, by the business clock
 */
record VendorCalendar(
        String vendor,
        CalendarDefinition definition,
        @Nullable HolidaySource from,
        String reason,
        @Nullable String by,
        Instant at) {

    CalendarVersion version() {
        return definition.calendar();
    }

    /** Whether that person made the same for the same reason, as one who asks again does. */
    boolean isAgain(VendorCalendar other) {
        return definition.equals(other.definition)
                && Objects.equals(from, other.from)
                && reason.equals(other.reason)
                && by != null
                && by.equals(other.by);
    }
}
