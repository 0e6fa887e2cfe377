package dev.aftersales.claims.versions;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.YearUnknown;
import dev.aftersales.chassis.deadlines.Deadlines;
import dev.aftersales.chassis.deadlines.Promise;
import dev.aftersales.chassis.deadlines.Start;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.deadlines.PolicyClocks;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the days that a version promises can be counted. Without its calendar, every deadline of every claim under it
 * would be refused, and claims stay with their version.
 */
final class CalendarGuard {

    private CalendarGuard() {}

    /**
     * Why its days cannot be counted.
     *
     * @param named the calendar that the version names; absent when its vendor has none of that id, or it names none
     * @param known ids of the vendor's calendars
     */
    static List<Refusal> refusals(PolicyRules draft, @Nullable BusinessCalendar named, SortedSet<String> known) {
        if (draft.calendar() == null) {
            return promises(draft).stream()
                    .filter(Promise::needsCalendar)
                    .findFirst()
                    .map(promise -> Refusal.of(
                            "calendar-named",
                            promise.clause() + " counts " + promise.unit() + ", and the version names no calendar."
                                    + " Set calendar to one of " + String.join(", ", known) + "."))
                    .stream()
                    .toList();
        }
        if (named == null) {
            return List.of(Refusal.of(
                    "calendar-there",
                    "The version names calendar " + draft.calendar() + ", which the vendor does not have; it has "
                            + String.join(", ", known) + ". Name one of them, or enter it first: POST"
                            + " /api/v1/calendars/" + draft.calendar() + "/versions."));
        }
        if (!named.zone().equals(draft.zone())) {
            return List.of(Refusal.of(
                    "calendar-of-zone",
                    "Calendar " + draft.calendar() + " is of the zone " + named.zone() + ", and the version of "
                            + draft.zone() + ". Name a calendar of that zone, or begin one."));
        }
        return List.of();
    }

    /**
     * The years that are still to be entered for a claim of that instant.
     *
     * @param calendar without refusals
     */
    static List<Warning> warnings(PolicyRules rules, BusinessCalendar calendar, Instant from) {
        Deadlines deadlines = new Deadlines(rules.zone(), calendar);
        SortedMap<Integer, SortedSet<String>> clausesOfYear = new TreeMap<>();
        for (Promise promise : promises(rules)) {
            try {
                deadlines.reckon(promise, Start.at("now", from), List.of());
            } catch (YearUnknown unknown) {
                clausesOfYear
                        .computeIfAbsent(unknown.year(), year -> new TreeSet<>())
                        .add(promise.clause());
            }
        }
        return clausesOfYear.entrySet().stream()
                .map(missing -> new Warning(
                        "calendar-year-missing",
                        "Calendar " + calendar.version() + " does not hold " + missing.getKey() + ". What begins on "
                                + from.atZone(rules.zone()).toLocalDate() + " under "
                                + String.join(", ", missing.getValue())
                                + " would end in it, and be refused. Enter the year as a new version of the calendar."))
                .toList();
    }

    private static List<Promise> promises(PolicyRules rules) {
        return rules.clocks().stream()
                .map(clock -> PolicyClocks.promise(rules, clock))
                .toList();
    }
}
