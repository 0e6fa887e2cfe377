package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a vendor's calendar. It never changes, so that what was reckoned by it can be reckoned again.
 *
 * @param reason why it was made
 * @param by the person's id; absent for what came with the service
 * @param at when, by the business clock
 */
record VendorCalendar(
        String vendor,
        CalendarDefinition definition,
        String reason,
        @Nullable String by,
        Instant at) {

    CalendarVersion version() {
        return definition.calendar();
    }

    /** Whether that person made the same for the same reason, as one who asks again does. */
    boolean isAgain(VendorCalendar other) {
        return definition.equals(other.definition) && reason.equals(other.reason) && by != null && by.equals(other.by);
    }
}
