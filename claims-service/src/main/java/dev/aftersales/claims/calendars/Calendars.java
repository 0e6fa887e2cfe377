package dev.aftersales.claims.calendars;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.contracts.events.calendars.CalendarVersionEntered;
import dev.aftersales.contracts.events.calendars.CalendarYearWanted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of all vendors. Every vendor begins with those that came with the service, as version 1; from then on they
 * are the vendor's own, and a release changes nothing about them.
 */
public final class Calendars implements CalendarBook {

    /** Of one vendor; a calendar more than this is a mistake. */
    static final int MOST = 50;

    private static final int AT_ONCE = 200;

    private final Aggregates<VendorCalendar> calendars;
    private final ShippedCalendars shipped;
    private final PublicHolidays holidays;
    private final Clock clock;

    Calendars(Aggregates<VendorCalendar> calendars, ShippedCalendars shipped, PublicHolidays holidays, Clock clock) {
        this.calendars = calendars;
        this.shipped = shipped;
        this.holidays = holidays;
        this.clock = clock;
    }

    @Override
    public Optional<BusinessCalendar> current(String vendor, String id) {
        return newest(vendor, id).map(VendorCalendar::definition).map(BusinessCalendar::new);
    }

    @Override
    public Optional<BusinessCalendar> version(String vendor, CalendarVersion version) {
        return find(vendor, version).map(VendorCalendar::definition).map(BusinessCalendar::new);
    }

    @Override
    public void await(String vendor, String id, int year) {
        want(vendor, id, year, true);
    }

    /**
     * Says that somebody is to enter the year, unless that was said or the newest version holds it.
     *
     * @param awaited whether a deadline waits for it already
     */
    void want(String vendor, String id, int year, boolean awaited) {
        VendorCalendar newest = newest(vendor, id).orElse(null);
        if (newest == null || !lacks(newest, year)) {
            return;
        }
        calendars.<Boolean>decide(
                CalendarType.id(vendor, newest.version()),
                stored -> lacks(stored.state(), year)
                        ? Decision.commit(
                                stored.state().wanting(year), true, List.of(wanted(stored.state(), year, awaited)))
                        : Decision.refuse(false));
    }

    private static boolean lacks(VendorCalendar calendar, int year) {
        return !calendar.definition().years().contains(year)
                && !calendar.wanted().contains(year);
    }

    private CalendarYearWanted wanted(VendorCalendar calendar, int year, boolean awaited) {
        CalendarDefinition definition = calendar.definition();
        return new CalendarYearWanted(
                calendar.version().id(),
                calendar.version().version(),
                calendar.vendor(),
                new CoverageDecided.Words(
                        definition.name().en(), definition.name().zh()),
                year,
                Year.of(year).atDay(1).atStartOfDay(definition.zone()).toInstant(),
                awaited,
                now(),
                definition.zone().getId());
    }

    Optional<VendorCalendar> find(String vendor, CalendarVersion version) {
        return newest(vendor, version.id())
                .flatMap(newest -> calendars.find(CalendarType.id(vendor, version)))
                .map(Stored::state);
    }

    Optional<VendorCalendar> newest(String vendor, String id) {
        return stored(vendor, id).or(() -> shipped.find(id).map(definition -> begin(vendor, definition)));
    }

    private Optional<VendorCalendar> stored(String vendor, String id) {
        return calendars
                .query(and(eq("vendor", vendor), eq(CalendarType.CALENDAR, id)), descending(CalendarType.NUMBER), 1)
                .stream()
                .findFirst()
                .map(Stored::state);
    }

    private VendorCalendar begin(String vendor, CalendarDefinition definition) {
        VendorCalendar first = new VendorCalendar(vendor, definition, null, "came with the service", null, now(), null);
        return calendars
                .insert(CalendarType.id(vendor, first.version()), Change.of(first))
                .stored()
                .state();
    }

    /** The newest version of each of the vendor's calendars, by id. */
    List<VendorCalendar> all(String vendor) {
        return ids(vendor).stream().flatMap(id -> newest(vendor, id).stream()).toList();
    }

    /** Of all of the vendor's calendars. */
    public SortedSet<String> ids(String vendor) {
        SortedSet<String> ids = shipped.ids();
        List<String> some = ids(vendor, "");
        while (!some.isEmpty()) {
            ids.addAll(some);
            some = ids(vendor, some.getLast());
        }
        return ids;
    }

    private List<String> ids(String vendor, String after) {
        return calendars.values(eq("vendor", vendor), CalendarType.CALENDAR, after, AT_ONCE);
    }

    /**
     * Enters a version that follows the one that its author has read. Asking again, after an answer that was lost, finds it
     * entered.
     *
     * @param from whose public holidays are added to those of the body; absent: nobody's
     * @param follows number of the version that the author has read; 0 for the first one
     * @throws dev.aftersales.chassis.calendars.IllegalCalendar if the calendar contradicts itself
     * @throws java.time.DateTimeException if there is no such zone
     */
    Entering enter(
            String vendor,
            String id,
            int follows,
            CalendarBody body,
            @Nullable HolidaySource from,
            String reason,
            String by) {
        return switch (from == null ? new PublicHolidays.Answer.Known(new TreeMap<>()) : holidays.of(from)) {
            case PublicHolidays.Answer.Refused refused -> new Entering.NoHolidays(refused);
            case PublicHolidays.Answer.Known known ->
                enter(new VendorCalendar(
                        vendor,
                        body.with(known.holidays()).as(new CalendarVersion(id, follows + 1)),
                        from,
                        reason,
                        by,
                        now(),
                        null));
        };
    }

    private Entering enter(VendorCalendar entered) {
        String vendor = entered.vendor();
        String id = entered.version().id();
        int follows = entered.version().version() - 1;
        Optional<VendorCalendar> newest = newest(vendor, id);
        int current = newest.map(calendar -> calendar.version().version()).orElse(0);
        if (follows > current) {
            return new Entering.Stale(current);
        }
        if (newest.isEmpty() && ids(vendor).size() >= MOST) {
            return new Entering.TooMany(MOST);
        }
        if (newest.isPresent()
                && !newest.get().definition().zone().equals(entered.definition().zone())) {
            return new Entering.OtherZone(newest.get().definition().zone());
        }
        VendorCalendar first = newest.map(entered::following).orElse(entered);
        return switch (calendars.insert(
                CalendarType.id(vendor, entered.version()), new Change<>(first, List.of(told(first))))) {
            case Insertion.Inserted<VendorCalendar> inserted -> new Entering.Entered(first, true);
            case Insertion.AlreadyThere<VendorCalendar> there -> {
                VendorCalendar before = there.stored().state();
                yield entered.isAgain(before)
                        ? new Entering.Entered(before, false)
                        : new Entering.Stale(Math.max(current, before.version().version()));
            }
        };
    }

    private static CalendarVersionEntered told(VendorCalendar calendar) {
        return new CalendarVersionEntered(
                calendar.version().id(),
                calendar.version().version(),
                calendar.vendor(),
                List.copyOf(calendar.definition().years()),
                calendar.at());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
