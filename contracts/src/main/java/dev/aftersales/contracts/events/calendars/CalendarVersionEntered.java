package dev.aftersales.contracts.events.calendars;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;

/**
 * A version of a vendor's calendar was entered. It never changes; what has to be counted over one of its years can be
 * counted from now on.
 *
 * @param calendar the vendor's name of it, for example {@code china}
 * @param version from 1, each calendar for itself
 * @param years that it states in full, in their order
 */
@EventContract(type = "calendars.calendar-version-entered.v1", topic = Topic.CALENDARS)
public record CalendarVersionEntered(
        String calendar, int version, String vendor, List<Integer> years, Instant enteredAt) implements Event {
    public CalendarVersionEntered {
        years = List.copyOf(years);
    }
}
