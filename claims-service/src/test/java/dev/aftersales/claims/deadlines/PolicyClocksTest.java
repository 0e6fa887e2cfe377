package dev.aftersales.claims.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.deadlines.Pause;
import dev.aftersales.chassis.deadlines.Reckoning;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.calendars.GivenCalendars;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyClocksTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant LATER = at("2026-12-01T00:00");

    private final BusinessCalendar china = GivenCalendars.china();

    /** The worked examples of the clause register that speak of clocks. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            4,   A, A4.3,  CLAIM_RECEIVED,       2026-06-05T10:00, -,       -,         -,                2026-06-09T18:00
            7,   A, A4.4,  ACK_SENT,             2026-06-05T10:00, -,       -,         2026-06-08T18:00, 2026-06-10T18:00
            8,   A, A4.6,  DEPOT_RECEIVED,       2026-06-05T10:00, faultClass, COMPLEX, 2026-06-12T18:00, 2026-06-16T18:00
            10,  A, A4.7,  THRESHOLD_REACHED,    2026-06-05T17:00, -,       -,         -,                2026-06-07T17:00
            16,  B, B2.2a, FACTORY_RECEIVED,     2026-06-05T10:00, -,       -,         -,                2026-06-08T23:59:59
            24,  C, C5.2,  UNIT_RECEIVED,        2026-06-05T20:30, -,       -,         2026-06-06T02:30, 2026-06-06T08:30
            24,  C, C5.3,  UNIT_RECEIVED,        2026-06-05T20:30, supply,  OWN_BRAND, -,                2026-06-11T18:00
            24b, C, C5.2,  UNIT_RECEIVED,        2026-06-05T10:00, -,       -,         2026-06-05T16:00, 2026-06-05T22:00
            24b, C, C5.3,  UNIT_RECEIVED,        2026-06-05T10:00, supply,  OWN_BRAND, -,                2026-06-10T18:00
            25,  C, C5.4,  UNIT_RECEIVED,        2026-06-05T20:30, supply,  AGENCY,    2026-06-06T02:30, 2026-06-06T08:30
            31,  D, D4.2a, APPLICATION_ACCEPTED, 2026-06-05T10:00, -,       -,         -,                2026-06-08T23:59:59
            31,  D, D4.2b, APPLICATION_ACCEPTED, 2026-06-05T10:00, -,       -,         -,                2026-06-20T23:59:59
            33,  D, D2.6,  PAYMENT_NOTICE,       2025-01-31T10:00, -,       -,         -,                2025-02-28T23:59:59
            37,  E, E3.3,  FAULT_REPORTED,       2026-06-06T23:30, -,       -,         2026-06-07T00:30, 2026-06-07T01:30
            """)
    void keepsTheWorkedExamples(
            String number,
            String policy,
            String clause,
            String event,
            LocalDateTime when,
            String fact,
            String value,
            LocalDateTime target,
            LocalDateTime due) {
        // When
        Reckoning reckoning =
                reckoned(policy, clause, given(Map.of(event, at(when)), fact == null ? Map.of() : Map.of(fact, value)));

        // Then
        assertThat(local(reckoning.dueAt())).as(number).isEqualTo(due);
        assertThat(reckoning.targetAt() == null ? null : local(reckoning.targetAt()))
                .as(number)
                .isEqualTo(target);
    }

    @Test
    void aHolidayCountsForNobody() {
        // Given
        PolicyClocks clocks = new PolicyClocks(
                ShippedPacks.policy("A").rules(), GivenCalendars.chinaWithHoliday(LocalDate.of(2026, 6, 8)));

        // When
        List<ClockStanding> standings =
                clocks.standings(given(Map.of("CLAIM_RECEIVED", at("2026-06-05T10:00")), Map.of()));

        // Then: example 5
        assertThat(local(reckoned(standings, "A4.3").reckoning().dueAt()))
                .isEqualTo(LocalDateTime.parse("2026-06-10T18:00"));
    }

    @Test
    void aMakeUpDayCounts() {
        // When
        Reckoning reckoning = reckoned("A", "A4.3", given(Map.of("CLAIM_RECEIVED", at("2026-02-13T10:00")), Map.of()));

        // Then: Saturday the 14th is worked, then come nine days off
        assertThat(local(reckoning.dueAt())).isEqualTo(LocalDateTime.parse("2026-02-24T18:00"));
    }

    @Test
    void aLateAcknowledgmentBuysNoTime() {
        // Given
        Map<String, Instant> late =
                Map.of("CLAIM_RECEIVED", at("2026-06-05T10:00"), "ACK_SENT", at("2026-06-12T10:00"));

        // When
        Reckoning diagnosis = reckoned("A", "A4.4", given(late, Map.of()));

        // Then
        assertThat(local(diagnosis.start().countsFrom())).isEqualTo(LocalDateTime.parse("2026-06-09T18:00"));
        assertThat(diagnosis.start().insteadBy()).isEqualTo("A4.3");
        assertThat(local(diagnosis.dueAt())).isEqualTo(LocalDateTime.parse("2026-06-12T18:00"));
    }

    @Test
    void anAcknowledgmentThatNeverCameStartsTheDiagnosisWhenItWasDue() {
        // Given
        Map<String, Instant> received = Map.of("CLAIM_RECEIVED", at("2026-06-05T10:00"));

        // When
        List<ClockStanding> before = standings("A", asOf("2026-06-09T18:00", received));
        List<ClockStanding> after = standings("A", asOf("2026-06-09T18:00:01", received));

        // Then
        assertThat(before)
                .filteredOn(standing -> standing.clock().clause().equals("A4.4"))
                .hasExactlyElementsOfTypes(ClockStanding.NotStarted.class);
        assertThat(reckoned(after, "A4.3").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(reckoned(after, "A4.4").state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(local(reckoned(after, "A4.4").reckoning().start().countsFrom()))
                .isEqualTo(LocalDateTime.parse("2026-06-09T18:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T09:00, -,                NOT_STARTED",
        "2026-06-05T10:00, -,                RUNNING",
        "2026-06-08T18:00, -,                WARNED",
        "2026-06-10T18:00, 2026-06-10T18:00, MET",
        "2026-06-10T18:00, -,                WARNED",
        "2026-06-10T18:01, -,                BREACHED",
        "2026-06-11T18:00, 2026-06-11T09:00, BREACHED"
    })
    void standsAsOf(String asOf, String done, DeadlineState state) {
        // Given
        Map<String, Instant> events = new HashMap<>(Map.of("ACK_SENT", at("2026-06-05T10:00")));
        if (!done.equals("-")) {
            events.put("DIAGNOSIS_CONCLUDED", at(done));
        }

        // When
        ClockStanding.Reckoned diagnosis = reckoned(standings("A", asOf(asOf, events)), "A4.4");

        // Then
        assertThat(diagnosis.state()).isEqualTo(state);
    }

    @Test
    void aPauseMovesTheDue() {
        // Given
        Pause question = new Pause("EVIDENCE", at("2026-06-08T09:00"), at("2026-06-09T09:00"));
        Map<String, Instant> received = Map.of("DEPOT_RECEIVED", at("2026-06-05T10:00"));

        // When
        Reckoning depot = reckoned(
                "A", "A4.6", new Given(received, List.of(question), Map.of("faultClass", "COMPLEX"), 1, LATER));

        // Then
        assertThat(local(depot.dueAt())).isEqualTo(LocalDateTime.parse("2026-06-17T18:00"));
    }

    @Test
    void aClockOfAnotherClassOfFaultsIsRuledOut() {
        // Given
        Map<String, Instant> events = Map.of("DECISION_COVERED", at("2026-06-05T10:00"));

        // When
        List<ClockStanding> simple = standings("A", given(events, Map.of("faultClass", "SIMPLE")));
        List<ClockStanding> complex = standings("A", given(events, Map.of("faultClass", "COMPLEX")));
        List<ClockStanding> unknown = standings("A", given(events, Map.of()));

        // Then
        assertThat(local(reckoned(simple, "A4.5").reckoning().dueAt()))
                .isEqualTo(LocalDateTime.parse("2026-06-10T18:00"));
        assertThat(complex).noneMatch(standing -> standing.clock().clause().equals("A4.5"));
        assertThat(unknown)
                .filteredOn(standing -> standing.clock().clause().equals("A4.5"))
                .singleElement()
                .isInstanceOfSatisfying(ClockStanding.Undecided.class, undecided -> assertThat(undecided.facts())
                        .containsExactly("faultClass"));
    }

    @Test
    void aFactThatIsNotGivenDecidesNothing() {
        // When
        List<ClockStanding> unknown = standings("C", given(Map.of("UNIT_RECEIVED", at("2026-06-05T10:00")), Map.of()));
        List<ClockStanding> own =
                standings("C", given(Map.of("UNIT_RECEIVED", at("2026-06-05T10:00")), Map.of("supply", "OWN_BRAND")));

        // Then
        assertThat(unknown)
                .filteredOn(ClockStanding.Undecided.class::isInstance)
                .hasSize(3);
        assertThat(own).extracting(standing -> standing.clock().clause()).containsExactly("C5.2", "C5.3");
    }

    /** Reading C?5 the other way: the twelve hours are those of the hotline, 08:00 to 20:00 on every day (C5.1). */
    @ParameterizedTest
    @CsvSource({
        // Friday evening, after the line has closed (example 24): Saturday is one of its days
        "2026-06-05T20:30, 2026-06-06T14:00, 2026-06-06T20:00",
        // In the hours (example 24b)
        "2026-06-05T10:00, 2026-06-05T16:00, 2026-06-06T10:00",
        // National Day is one of its days, too
        "2026-10-01T09:00, 2026-10-01T15:00, 2026-10-02T09:00",
        // No calendar is asked, so the year that China's does not hold is no hindrance
        "2026-12-31T19:00, 2027-01-01T13:00, 2027-01-01T19:00"
    })
    void serviceHoursAreThoseOfTheHotlineOnEveryDay(LocalDateTime received, LocalDateTime target, LocalDateTime due) {
        // Given
        CompiledPolicy agency = ShippedPacks.changed("agency", "C-1", "value: ELAPSED_HOURS", "value: SERVICE_HOURS");

        // When
        Reckoning verified = reckoned(
                        new PolicyClocks(agency.rules(), china)
                                .standings(given(Map.of("UNIT_RECEIVED", at(received)), Map.of())),
                        "C5.2")
                .reckoning();

        // Then
        assertThat(local(verified.targetAt())).isEqualTo(target);
        assertThat(local(verified.dueAt())).isEqualTo(due);
    }

    /** 08:30 to 18:00 every day (B2.1), had the shops promised to repair within ten hours of their line. */
    @Test
    void anyClockMayCountTheHoursOfAnyHotline() {
        // Given
        CompiledPolicy shops = ShippedPacks.changed(
                "shops", "B-1", "unit: CALENDAR_DAYS, limit: 3", "unit: SERVICE_HOURS, hoursOf: B2.1, limit: 10");

        // When
        Reckoning repaired = reckoned(
                        new PolicyClocks(shops.rules(), china)
                                .standings(given(Map.of("FACTORY_RECEIVED", at("2026-10-01T17:00")), Map.of())),
                        "B2.2a")
                .reckoning();

        // Then: an hour on National Day, nine on the next
        assertThat(local(repaired.dueAt())).isEqualTo(LocalDateTime.parse("2026-10-02T17:30"));
    }

    /** Without hours of its own a clock counts the calendar's: 09:00 to 18:00 on days that are worked. */
    @Test
    void serviceHoursAreElseTheCalendars() {
        // Given
        CompiledPolicy shops =
                ShippedPacks.changed("shops", "B-1", "unit: CALENDAR_DAYS, limit: 3", "unit: SERVICE_HOURS, limit: 10");

        // When
        Reckoning repaired = reckoned(
                        new PolicyClocks(shops.rules(), china)
                                .standings(given(Map.of("FACTORY_RECEIVED", at("2026-06-05T17:00")), Map.of())),
                        "B2.2a")
                .reckoning();

        // Then: an hour on Friday, nine on Monday
        assertThat(local(repaired.dueAt())).isEqualTo(LocalDateTime.parse("2026-06-08T18:00"));
    }

    @Test
    void promisesNothingWhereThePolicyDoesNot() {
        // When
        ClockStanding.Reckoned answer =
                reckoned(standings("B", given(Map.of("CALL_RECEIVED", at("2026-06-05T10:00")), Map.of())), "B2.1");

        // Then
        assertThat(answer.state()).isEqualTo(DeadlineState.NO_COMMITMENT);
        assertThat(answer.reckoning().dueAt()).isNull();
        assertThat(view(answer, "B", Locale.ENGLISH).text())
                .contains("No committed time from “the call comes in” to “the call is answered” (B2.1)");
        assertThat(view(answer, "B", Locale.CHINESE).text()).contains("未承诺时限");
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-02-28", "2, 2026-08-31", "3, 2027-02-28", "4, 2027-08-31"})
    void recurrencesCountFromTheFirstStart(int recurrence, LocalDate due) {
        // Given
        Map<String, Instant> accepted = Map.of("PROJECT_ACCEPTED", at("2025-08-31T10:00"));

        // When
        Reckoning inspection = reckoned("E", "E5.2", new Given(accepted, List.of(), Map.of(), recurrence, LATER));

        // Then
        assertThat(local(inspection.dueAt())).isEqualTo(due.atTime(23, 59, 59));
    }

    @Test
    void whatIsPromisedOnceDoesNotRecur() {
        // When
        Reckoning payment = reckoned(
                "D",
                "D2.6",
                new Given(Map.of("PAYMENT_NOTICE", at("2026-06-05T10:00")), List.of(), Map.of(), 3, LATER));

        // Then
        assertThat(local(payment.dueAt())).isEqualTo(LocalDateTime.parse("2026-07-05T23:59:59"));
    }

    @Test
    void guessesNoYearThatTheCalendarDoesNotHold() {
        // Given: one counts business days into 2027, the other hours
        Given newYearsEve = given(
                Map.of("CLAIM_RECEIVED", at("2026-12-31T10:00"), "THRESHOLD_REACHED", at("2026-12-31T10:00")),
                Map.of());

        // When
        List<ClockStanding> standings = standings("A", newYearsEve);

        // Then
        ClockStanding.Unreckonable acknowledgment = unreckonable(standings, "A4.3");
        assertThat(acknowledgment.lacks().calendar()).isEqualTo(china.version());
        assertThat(acknowledgment.lacks().year()).isEqualTo(2027);
        assertThat(local(reckoned(standings, "A4.7").reckoning().dueAt()))
                .as("holds up no other")
                .isEqualTo(LocalDateTime.parse("2027-01-02T10:00"));
        assertThat(view(acknowledgment, "A", Locale.ENGLISH).text())
                .contains("within 2 business days (A4.3)", "china", "does not hold the year 2027");
        assertThat(view(acknowledgment, "A", Locale.CHINESE).text()).contains("2 个工作日内", "没有 2027 年");
    }

    @Test
    void whatCannotBeReckonedSaysForWhatItStandsStill() {
        // Given
        Given waiting = new Given(
                Map.of("CLAIM_RECEIVED", at("2026-12-31T08:00"), "ACK_SENT", at("2026-12-31T08:01")),
                List.of(new Pause("EVIDENCE", at("2026-12-31T08:14"), null)),
                Map.of(),
                1,
                at("2027-01-31T08:00"));

        // When
        DeadlineView view = view(standing(standings("A", waiting), "A4.4"), "A", Locale.ENGLISH);

        // Then
        assertThat(view.state()).isEqualTo(DeadlineState.UNRECKONABLE);
        assertThat(view.pausedSince()).isEqualTo(at("2026-12-31T08:14"));
        assertThat(view.text()).contains("since Thu 2026-12-31 08:14:00: paused by");
    }

    /** Where a diagnosis is asked for after all, that is what the stage begins with. */
    @Test
    void noCommitmentNamesTheStartThatItHas() {
        // Given
        Given anew = new Given(
                Map.of("CLAIM_RECEIVED", at("2026-06-05T10:00")),
                List.of(),
                Map.of(),
                1,
                LATER,
                Map.of("DIAGNOSIS_CONCLUDED", new Given.Anew("DIAGNOSIS_REQUESTED", at("2026-06-08T10:00"))));

        // When
        List<String> texts = standings("D", anew).stream()
                .map(standing -> view(standing, "D", Locale.ENGLISH).text())
                .filter(text -> text != null && text.contains("the diagnosis is concluded"))
                .toList();

        // Then
        assertThat(texts)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(
                        "from “a diagnosis is asked for after all” to",
                        "Starts with: a diagnosis is asked for after all")
                .doesNotContain("the claim is received");
    }

    @Test
    void withoutACalendarOnlyThoseStandStillThatNeedOne() {
        // When
        List<ClockStanding> standings = new PolicyClocks(
                        ShippedPacks.policy("A").rules(), null)
                .standings(given(
                        Map.of("CLAIM_RECEIVED", at("2026-06-05T10:00"), "THRESHOLD_REACHED", at("2026-06-05T17:00")),
                        Map.of()));

        // Then
        assertThat(unreckonable(standings, "A4.3").lacks().calendar()).isNull();
        assertThat(view(unreckonable(standings, "A4.3"), "A", Locale.ENGLISH).text())
                .contains("there is no calendar");
        assertThat(local(reckoned(standings, "A4.7").reckoning().dueAt()))
                .isEqualTo(LocalDateTime.parse("2026-06-07T17:00"));
    }

    private static ClockStanding.Unreckonable unreckonable(List<ClockStanding> standings, String clause) {
        return standings.stream()
                .filter(standing -> standing.clock().clause().equals(clause))
                .map(ClockStanding.Unreckonable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void clocksThatStartEachOtherEnd() {
        // Given
        CompiledPolicy circle = ShippedPacks.changed(
                "exporter",
                "A-1",
                "start: CLAIM_RECEIVED, stop: ACK_SENT",
                "start: DIAGNOSIS_CONCLUDED, stop: ACK_SENT");

        // When
        List<ClockStanding> standings = new PolicyClocks(circle.rules(), china)
                .standings(given(Map.of("ACK_SENT", at("2026-06-05T10:00")), Map.of()));

        // Then
        assertThat(local(reckoned(standings, "A4.4").reckoning().dueAt()))
                .isEqualTo(LocalDateTime.parse("2026-06-10T18:00"));
    }

    @Test
    void explainsEachDayInBothLanguages() {
        // When
        ClockStanding.Reckoned late = reckoned(
                standings(
                        "A",
                        given(
                                Map.of("CLAIM_RECEIVED", at("2026-06-05T10:00"), "ACK_SENT", at("2026-06-12T10:00")),
                                Map.of())),
                "A4.4");
        DeadlineView english = view(late, "A", Locale.ENGLISH);
        DeadlineView chinese = view(late, "A", Locale.CHINESE);

        // Then
        assertThat(english.readings()).containsExactly("R-A4", "R-A-CLOSE", "R-A-WAITS", "R-A-TELL", "R-A-CHAIN");
        assertThat(Objects.requireNonNull(english.calendar()).id()).isEqualTo("china");
        assertThat(english.text())
                .contains("the acknowledgment is sent", "A4.3 was due", "Due: Fri 2026-06-12 18:00:00");
        assertThat(chinese.text()).contains("已发确认", "A4.3 到期");
        assertThat(Objects.requireNonNull(english.explanation()))
                .extracting(EntryView::kind)
                .contains(EntryView.Kind.COUNTED, EntryView.Kind.SKIPPED);
        assertThat(english.explanation()).extracting(EntryView::text).allSatisfy(text -> assertThat(english.text())
                .contains(text));
    }

    @Test
    void saysInBothLanguagesWhatAClockWaitsFor() {
        // When
        List<ClockStanding> standings =
                standings("A", given(Map.of("CLAIM_RECEIVED", at("2026-12-01T00:00")), Map.of()));

        // Then
        assertThat(view(standing(standings, "A4.4"), "A", Locale.ENGLISH).text())
                .isEqualTo(
                        "Promised: the diagnosis is concluded, within 3 business days, with a warning after 1 business day (A4.4).\n"
                                + "Not started yet. It starts with: the acknowledgment is sent.");
        assertThat(view(standing(standings, "A4.4"), "A", Locale.CHINESE).text())
                .contains("尚未起算", "已发确认");
        assertThat(view(standing(standings, "A4.5"), "A", Locale.ENGLISH).text())
                .contains(
                        "within 3 business days, with a warning after 2 business days (A4.5)",
                        "hangs on: class of the fault");
        assertThat(view(standing(standings, "A4.5"), "A", Locale.CHINESE).text())
                .contains("取决于：故障等级");
        assertThat(standings)
                .extracting(each -> view(each, "A", Locale.ENGLISH).text())
                .doesNotContainNull();
    }

    /** D4.2a and b, D2.6: whoever lets them pass breaks no promise of the vendor's. */
    @Test
    void callsATimeThatRunsAgainstTheCustomerNoPromise() {
        // When
        List<ClockStanding> standings =
                standings("D", given(Map.of("APPLICATION_ACCEPTED", at("2026-06-05T10:00")), Map.of()));

        // Then
        Map<String, String> theirs = Map.of(
                "D4.2a", "the device is sent",
                "D4.2b", "the device is received",
                "D2.6", "the payment has come");
        for (String clause : theirs.keySet()) {
            assertThat(view(standing(standings, clause), "D", Locale.ENGLISH).text())
                    .startsWith("Time for the customer, no promise of ours: " + theirs.get(clause) + ", within ")
                    .doesNotContain("Promised");
            assertThat(view(standing(standings, clause), "D", Locale.CHINESE).text())
                    .startsWith("客户办理的时限，并非我方承诺");
        }
        assertThat(view(standing(standings, "D4.2a"), "D", Locale.ENGLISH).text())
                .contains("3 calendar days (D4.2a)");
    }

    private static ClockStanding standing(List<ClockStanding> standings, String clause) {
        return standings.stream()
                .filter(standing -> standing.clock().clause().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private static DeadlineView view(ClockStanding standing, String policy, Locale reader) {
        return DeadlineView.of(standing, ShippedPacks.policy(policy), reader);
    }

    private Reckoning reckoned(String policy, String clause, Given given) {
        return reckoned(standings(policy, given), clause).reckoning();
    }

    private static ClockStanding.Reckoned reckoned(List<ClockStanding> standings, String clause) {
        return standings.stream()
                .filter(standing -> standing.clock().clause().equals(clause))
                .filter(ClockStanding.Reckoned.class::isInstance)
                .map(ClockStanding.Reckoned.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<ClockStanding> standings(String policy, Given given) {
        return new PolicyClocks(ShippedPacks.policy(policy).rules(), china).standings(given);
    }

    private static Given given(Map<String, Instant> events, Map<String, String> facts) {
        return new Given(events, List.of(), facts, 1, LATER);
    }

    private static Given asOf(String asOf, Map<String, Instant> events) {
        return new Given(events, List.of(), Map.of(), 1, at(asOf));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(Objects.requireNonNull(instant), ZONE);
    }
}
