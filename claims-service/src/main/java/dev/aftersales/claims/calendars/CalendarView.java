package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.languages.Text;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A version of a calendar, in full.
 *
 * @param holidaysFrom whose public holidays were taken over when it was entered; absent: nobody's
 * @param reason why it was made, and by whom: only for the vendor's staff
 */
record CalendarView(
        String id,
        int version,
        Instant at,
        @Nullable HolidaySource holidaysFrom,
        @Nullable String reason,
        @Nullable String by,
        CalendarBody calendar) {

    static CalendarView of(VendorCalendar calendar, boolean readerIsStaff) {
        return new CalendarView(
                calendar.version().id(),
                calendar.version().version(),
                calendar.at(),
                calendar.from(),
                readerIsStaff ? calendar.reason() : null,
                readerIsStaff ? calendar.by() : null,
                CalendarBody.of(calendar.definition()));
    }

    /** A calendar in a list: its newest version.
     *
     * @param years for which that knows
     * @param wanted years that are needed, now or soon, and not entered yet; empty when none is
     */
    record Summary(
            String id, int version, Text name, String zone, SortedSet<Integer> years, SortedSet<Integer> wanted) {

        static Summary of(VendorCalendar calendar) {
            return new Summary(
                    calendar.version().id(),
                    calendar.version().version(),
                    calendar.definition().name(),
                    calendar.definition().zone().getId(),
                    calendar.definition().years(),
                    calendar.missing());
        }
    }
}
