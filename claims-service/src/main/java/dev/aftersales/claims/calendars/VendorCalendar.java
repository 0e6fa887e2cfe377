package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of a vendor's calendar. What it says of days never changes, so that what was reckoned by it can be reckoned
 * again.
 *
 * @param from whose public holidays were taken over, as dates of the definition; absent: nobody's. A newer library changes
 *     nothing here.
 * @param reason why it was made
 * @param by the person's id; absent for what came with the service
 * @param at when, by the business clock
 * @param wanted years beyond the definition of which was said that somebody is to enter them; each version takes them over
 *     from the one before, so that none is said twice
 */
record VendorCalendar(
        String vendor,
        CalendarDefinition definition,
        @Nullable HolidaySource from,
        String reason,
        @Nullable String by,
        Instant at,
        @Nullable SortedSet<Integer> wanted) {
    VendorCalendar {
        wanted = Collections.unmodifiableSortedSet(wanted == null ? new TreeSet<>() : new TreeSet<>(wanted));
    }

    /** Never absent. */
    @Override
    public SortedSet<Integer> wanted() {
        return Objects.requireNonNull(wanted);
    }

    CalendarVersion version() {
        return definition.calendar();
    }

    /** Those of the wanted years that nobody has entered yet. */
    SortedSet<Integer> missing() {
        SortedSet<Integer> missing = new TreeSet<>(wanted());
        missing.removeAll(definition.years());
        return missing;
    }

    /** The same, with a year more of which was said that it is wanted. */
    VendorCalendar wanting(int year) {
        SortedSet<Integer> more = new TreeSet<>(wanted());
        more.add(year);
        return new VendorCalendar(vendor, definition, from, reason, by, at, more);
    }

    /** The same, following a version of which was said that it lacks years. */
    VendorCalendar following(VendorCalendar before) {
        return new VendorCalendar(vendor, definition, from, reason, by, at, before.wanted());
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
