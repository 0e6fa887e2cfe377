package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.rules;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static dev.aftersales.claims.versions.GivenPacks.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.calendars.GivenCalendars;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarGuardTest {

    private static final SortedSet<String> KNOWN = new TreeSet<>(List.of("china", "ours"));

    private final BusinessCalendar china = GivenCalendars.china();

    @ParameterizedTest
    @ValueSource(strings = {"exporter/A-1", "shops/B-1", "agency/C-1", "online/D-1", "project/E-1"})
    void everyShippedPackCanBeCounted(String pack) {
        assertThat(CalendarGuard.refusals(rules(text(pack)), china, KNOWN)).isEmpty();
    }

    @Test
    void refusesACalendarThatTheVendorDoesNotHave() {
        // When
        List<Refusal> refusals = CalendarGuard.refusals(exporter("calendar: china", "calendar: mars"), null, KNOWN);

        // Then
        assertThat(refusals).extracting(Refusal::rule).containsExactly("calendar-there");
        assertThat(refusals.getFirst().detail()).contains("calendar mars", "china, ours");
    }

    @Test
    void refusesACalendarOfAnotherZone() {
        // When
        List<Refusal> refusals =
                CalendarGuard.refusals(exporter("zone: Asia/Shanghai", "zone: Europe/Berlin"), china, KNOWN);

        // Then
        assertThat(refusals).extracting(Refusal::rule).containsExactly("calendar-of-zone");
        assertThat(refusals.getFirst().detail()).contains("Asia/Shanghai", "Europe/Berlin");
    }

    @Test
    void refusesBusinessDaysWithoutACalendar() {
        // When
        List<Refusal> refusals = CalendarGuard.refusals(rules(without(text("exporter/A-1"), "calendar")), null, KNOWN);

        // Then
        assertThat(refusals).extracting(Refusal::rule).containsExactly("calendar-named");
        assertThat(refusals.getFirst().detail()).startsWith("A4.3 counts BUSINESS_DAYS");
    }

    @Test
    void asksForNoCalendarWhereNothingIsCountedByOne() {
        assertThat(CalendarGuard.refusals(rules(without(text("project/E-1"), "calendar")), null, KNOWN))
                .isEmpty();
    }

    /** The seventh business day after 24 December 2026 lies in 2027, the third does not. */
    @Test
    void warnsOfTheYearIntoWhichAClockWouldRun() {
        // When
        List<Warning> warnings =
                CalendarGuard.warnings(rules(text("exporter/A-1")), china, Instant.parse("2026-12-24T02:00:00Z"));

        // Then
        assertThat(warnings).extracting(Warning::rule).containsExactly("calendar-year-missing");
        assertThat(warnings.getFirst().detail())
                .contains("china (version 1) does not hold 2027", "2026-12-24", "A4.6")
                .doesNotContain("A4.3");
    }

    @Test
    void warnsOfNothingThatTheCalendarHolds() {
        assertThat(CalendarGuard.warnings(rules(text("exporter/A-1")), china, Instant.parse("2026-12-01T02:00:00Z")))
                .isEmpty();
    }

    private static PolicyRules exporter(String passage, String other) {
        return rules(with(text("exporter/A-1"), passage, other));
    }
}
