package dev.aftersales.claims.claims;

import static dev.aftersales.claims.claims.Course.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the clocks of policies make of one claim as it goes its way. Times are those of the policies' zone. */
class ClaimDeadlinesTest {

    @Test
    @ClauseCases(decides = "A4.3")
    void a43IsBrokenWithTheFirstSecondAfterTheSecondBusinessDay() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00");

        // When
        course.advance("2026-06-09T18:00");
        List<Event> inTime = course.told();
        course.advance("2026-06-10T00:00");

        // Then
        assertThat(inTime).isEmpty();
        assertThat(course.told(DeadlineBreached.class)).singleElement().satisfies(told -> {
            assertThat(told.clause()).isEqualTo("A4.3");
            assertThat(told.promise().start()).isEqualTo("CLAIM_RECEIVED");
            assertThat(told.promise().stop()).isEqualTo("ACK_SENT");
            assertThat(told.lines()).containsExactly(1);
            assertThat(told.countsFrom()).isEqualTo(at("2026-06-05T10:00"));
            assertThat(told.dueAt()).isEqualTo(at("2026-06-09T18:00"));
            assertThat(told.breachedAt()).isEqualTo(at("2026-06-09T18:00:01"));
            assertThat(told.zone()).isEqualTo("Asia/Shanghai");
            assertThat(told.tell()).containsExactly(Addressee.AGENT, Addressee.VENDOR_OPS);
        });
        assertThat(course.claim().timeline().getLast()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo(TimelineEntry.What.DEADLINE_BREACHED);
            assertThat(entry.time()).isEqualTo(at("2026-06-09T18:00:01"));
            assertThat(entry.clauses()).containsExactly("A4.3");
        });
    }

    /** Reading R-A-CHAIN: in the units of the promise, so that a weekend hurries nobody. */
    @Test
    @ClauseCases(decides = "A4.4")
    void whatIsStillNotDoneIsPutBeforeOthersStepByStep() {
        // Given: a diagnosis that is due on Wednesday
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");

        // When: it never comes
        course.advance("2026-06-30T00:00");
        course.advance("2026-07-30T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::dueAt)
                .containsExactly(tuple("A4.4", at("2026-06-10T18:00")));
        assertThat(course.told(DeadlineEscalated.class))
                .extracting(
                        DeadlineEscalated::clause,
                        DeadlineEscalated::number,
                        DeadlineEscalated::dueAt,
                        DeadlineEscalated::escalatedAt,
                        DeadlineEscalated::tell)
                .containsExactly(
                        tuple(
                                "A4.4",
                                1,
                                at("2026-06-10T18:00"),
                                at("2026-06-11T18:00:01"),
                                List.of(Addressee.ACCOUNT_MANAGER)),
                        tuple(
                                "A4.4",
                                2,
                                at("2026-06-10T18:00"),
                                at("2026-06-15T18:00:01"),
                                List.of(Addressee.ACCOUNT_MANAGER, Addressee.VENDOR_OPS)));
        assertThat(course.claim().timeline().getLast().what()).isEqualTo(TimelineEntry.What.DEADLINE_ESCALATED);
        assertThat(course.claim().clocks().nextAt()).isNull();
    }

    @Test
    void whatIsDoneMeanwhileIsPutBeforeNobodyElse() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");

        // When: missed, then put before the account managers, then done
        course.advance("2026-06-12T10:00");
        course.move("2026-06-12T10:00", line -> line.at(new LineState.NotCovered("/quote")), 1);
        course.advance("2026-07-30T00:00");

        // Then
        assertThat(course.told(DeadlineEscalated.class))
                .extracting(DeadlineEscalated::number)
                .containsExactly(1);
    }

    @Test
    @ClauseCases(justNot = {"A4.3", "A4.4", "A4.5"})
    void whatIsDoneInTimeSetsNothingOff() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");

        course.acknowledge("2026-06-05T10:01");
        course.conclude("2026-06-05T10:02", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);
        course.dispatch("2026-06-08T11:00", 1);
        course.advance("2026-09-01T00:00");

        assertThat(course.told()).isEmpty();
        assertThat(course.claim().clocks().nextAt()).isNull();
        assertThat(course.states("2026-09-01T00:00"))
                .containsExactly(
                        tuple("A4.3", DeadlineState.MET),
                        tuple("A4.4", DeadlineState.MET),
                        tuple("A4.5", DeadlineState.MET));
    }

    /** A?4: a late acknowledgment buys no time, whether it comes late or not at all. */
    @Test
    void aLateAcknowledgmentBuysTheDiagnosisNoTime() {
        // Given: due 2026-06-09T18:00, so that the diagnosis is due three business days later
        Course late = Course.of("A", 1, "2026-06-05T10:00");
        Course never = Course.of("A", 1, "2026-06-05T10:00");

        // When
        late.advance("2026-06-11T09:00");
        late.acknowledge("2026-06-11T09:00");
        late.advance("2026-06-30T00:00");
        never.advance("2026-06-30T00:00");

        // Then
        assertThat(late.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::dueAt, DeadlineBreached::countsFrom)
                .containsExactly(
                        tuple("A4.3", at("2026-06-09T18:00"), at("2026-06-05T10:00")),
                        tuple("A4.4", at("2026-06-12T18:00"), at("2026-06-09T18:00")));
        assertThat(never.told(DeadlineBreached.class)).isEqualTo(late.told(DeadlineBreached.class));
        assertThat(never.told(DeadlineWarned.class)).isEqualTo(late.told(DeadlineWarned.class));
        assertThat(late.told(DeadlineWarned.class)).singleElement().satisfies(told -> {
            assertThat(told.warnedAt()).isEqualTo(at("2026-06-10T18:00"));
            assertThat(told.dueAt()).isEqualTo(at("2026-06-12T18:00"));
            assertThat(told.kind()).isEqualTo(DeadlineWarned.Kind.TARGET);
            assertThat(told.tell()).containsExactly(Addressee.TECHNICIAN);
        });
    }

    @Test
    void whatWasDoneTooLateIsToldEvenWhenItWasDoneBeforeAnybodyLooked() {
        // Given: nobody looked for five days
        Course course = Course.of("A", 1, "2026-06-05T10:00");

        // When
        course.acknowledge("2026-06-11T09:00");
        course.advance("2026-06-11T09:01");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::breachedAt)
                .containsExactly(tuple("A4.3", at("2026-06-09T18:00:01")));
    }

    @Test
    void whatWasBrokenBeforeTheClaimClosedIsToldAfterIt() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");
        course.conclude("2026-06-05T10:02", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);

        course.dispatch("2026-06-11T11:00", 1);
        course.deliver("2026-06-11T12:00", 1);
        course.advance("2026-06-12T00:00");

        assertThat(course.claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::breachedAt)
                .containsExactly(tuple("A4.5", at("2026-06-10T18:00:01")));
        assertThat(course.claim().clocks().nextAt()).isNull();
    }

    /** A?6: what the vendor waits for the customer for costs the vendor no time. */
    @Test
    void a44StandsStillWhileEvidenceIsWaitedFor() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00", new LineState.AwaitingEvidence());
        course.acknowledge("2026-06-05T10:01");

        // When
        course.advance("2026-06-17T10:00");
        List<Event> meanwhile = course.told();
        course.move("2026-06-17T10:00", line -> line.at(new LineState.InDiagnosis()), 1);
        course.advance("2026-06-30T00:00");

        // Then: day 0 is the first that closed while nothing was waited for, and the next three business days count
        assertThat(meanwhile).isEmpty();
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::dueAt)
                .containsExactly(tuple("A4.4", at("2026-06-23T18:00")));
    }

    /** As by a machine's clock that was set back, or a partner's that is behind. */
    @Test
    void aWaitThatEndsBeforeItBeganCostsNoTimeAndHoldsUpNothing() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00", new LineState.AwaitingEvidence());
        course.acknowledge("2026-06-05T10:01");

        // When
        course.move("2026-06-05T09:00", line -> line.at(new LineState.InDiagnosis()), 1);
        course.advance("2026-06-30T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::dueAt)
                .containsExactly(tuple("A4.4", at("2026-06-10T18:00")));
    }

    @Test
    void eachLineHasItsOwnTime() {
        // Given
        Course course = Course.of("A", 3, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");
        course.conclude("2026-06-05T11:00", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1, 2);
        course.conclude("2026-06-08T11:00", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 3);

        // When
        course.dispatch("2026-06-08T12:00", 2);
        course.advance("2026-06-30T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::lines, DeadlineBreached::dueAt)
                .containsExactly(
                        tuple("A4.5", List.of(1), at("2026-06-10T18:00")),
                        tuple("A4.5", List.of(3), at("2026-06-11T18:00")));
    }

    /** What was told of their line is not told of them again, and what it waited for costs them no time either. */
    @Test
    void unitsThatGetTheirSerialsLaterHaveLivedThroughWhatTheirLineHas() {
        // Given: A4.3 is broken, and one wait is over, before the three units become lines of their own
        Course course = Course.of("A", 1, "2026-06-05T10:00", new LineState.AwaitingEvidence());
        course.advance("2026-06-11T09:00");
        course.move("2026-06-11T09:00", line -> line.at(new LineState.InDiagnosis()), 1);
        course.move("2026-06-11T10:00", line -> line.at(new LineState.AwaitingEvidence()), 1);

        // When
        course.split("2026-06-11T11:00", 1, "S-2", "S-3");
        course.move("2026-06-11T11:00", line -> line.at(new LineState.InDiagnosis()), 1, 2, 3);
        course.advance("2026-06-30T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::lines, DeadlineBreached::dueAt)
                .containsExactly(
                        tuple("A4.3", List.of(1), at("2026-06-09T18:00")),
                        tuple("A4.4", List.of(1, 2, 3), at("2026-06-16T18:00")));
    }

    /** A line that the policy answers without anybody having looked at it waits for no diagnosis. */
    @Test
    void a44EndsWithTheAnswerToo() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");

        course.move("2026-06-05T11:00", line -> line.at(new LineState.NotCovered("/quote")), 1);
        course.advance("2026-09-01T00:00");

        assertThat(course.told()).isEmpty();
        assertThat(course.states("2026-09-01T00:00"))
                .as("an answer that was no diagnosis keeps no promise of one")
                .containsExactly(tuple("A4.3", DeadlineState.MET));
    }

    /** As by the customer's request for a quote. */
    @Test
    void a44RunsForTheDiagnosisThatIsAskedForAfterTheAnswer() {
        // Given
        Course course = Course.of("A", 2, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");
        course.move("2026-06-05T11:00", line -> line.at(new LineState.NotCovered("/quote")), 1, 2);

        // When: one is looked into in time, the other is not
        course.move("2026-07-06T11:00", line -> line.at(new LineState.InDiagnosis()), 1, 2);
        course.conclude("2026-07-07T11:00", FaultClass.SIMPLE, new LineState.NotCovered("/quote"), 1);
        course.advance("2026-07-10T00:00");

        // Then
        assertThat(course.told(DeadlineWarned.class))
                .extracting(DeadlineWarned::lines, DeadlineWarned::warnedAt)
                .containsExactly(tuple(List.of(2), at("2026-07-07T18:00")));
        assertThat(course.told(DeadlineBreached.class))
                .extracting(
                        DeadlineBreached::clause,
                        DeadlineBreached::lines,
                        DeadlineBreached::countsFrom,
                        DeadlineBreached::dueAt)
                .containsExactly(tuple("A4.4", List.of(2), at("2026-07-06T11:00"), at("2026-07-09T18:00")));
        assertThat(course.starts("2026-07-10T00:00")).contains(Milestone.DIAGNOSIS_REQUESTED);
        assertThat(course.states("2026-07-10T00:00"))
                .contains(tuple("A4.4", DeadlineState.MET), tuple("A4.4", DeadlineState.BREACHED));
    }

    /** The second time is a promise of its own. */
    @Test
    void a44IsToldAgainOfTheDiagnosisThatIsAskedForAfterALateAnswer() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");
        course.advance("2026-06-11T10:00");
        course.move("2026-06-11T10:00", line -> line.at(new LineState.NotCovered("/quote")), 1);

        course.move("2026-07-06T11:00", line -> line.at(new LineState.InDiagnosis()), 1);
        course.advance("2026-07-10T00:00");

        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::dueAt)
                .containsExactly(at("2026-06-10T18:00"), at("2026-07-09T18:00"));
    }

    /** As in a downtime: nobody looked before the diagnosis was asked for anew, or has come by now. */
    @Test
    void a44LosesNoBreachThatNobodyWasToldOfBeforeTheDiagnosisWasAskedForAnew() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        Course inTime = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");
        inTime.acknowledge("2026-06-05T10:01");
        course.move("2026-06-11T10:00", line -> line.at(new LineState.NotCovered("/quote")), 1);
        inTime.move("2026-06-10T10:00", line -> line.at(new LineState.NotCovered("/quote")), 1);

        // When
        for (Course each : List.of(course, inTime)) {
            each.move("2026-07-06T11:00", line -> line.at(new LineState.InDiagnosis()), 1);
            each.conclude("2026-07-07T11:00", FaultClass.SIMPLE, new LineState.NotCovered("/quote"), 1);
            each.advance("2026-08-10T00:00");
        }

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::dueAt, DeadlineBreached::breachedAt)
                .containsExactly(tuple("A4.4", at("2026-06-10T18:00"), at("2026-06-10T18:00:01")));
        assertThat(course.told(DeadlineWarned.class)).isEmpty();
        assertThat(course.told(DeadlineEscalated.class)).isEmpty();
        assertThat(course.states("2026-08-10T00:00"))
                .as("told, it is history")
                .startsWith(tuple("A4.3", DeadlineState.MET), tuple("A4.4", DeadlineState.MET))
                .doesNotContain(tuple("A4.4", DeadlineState.BREACHED));
        assertThat(inTime.told()).isEmpty();
    }

    /** Worked example 33; D?11: on the day after the month. */
    @Test
    @ClauseCases(decides = "D2.6", justNot = "D2.6")
    void d26IsPutBeforeTheVendorWhenTheMonthForThePaymentIsOver() {
        // Given
        Course unpaid = Course.of("D", 1, "2026-01-31T10:00");
        Course paid = Course.of("D", 1, "2026-01-31T10:00");
        unpaid.move("2026-01-31T10:00", line -> line.at(new LineState.PaymentAwaited(1, Route.DEPOT_REPAIR)), 1);
        paid.move("2026-01-31T10:00", line -> line.at(new LineState.PaymentAwaited(1, Route.DEPOT_REPAIR)), 1);

        // When
        paid.move("2026-02-28T23:59", line -> line.at(new LineState.Authorised(Route.DEPOT_REPAIR)), 1);
        unpaid.advance("2026-09-01T00:00");
        paid.advance("2026-03-01T00:00");

        // Then
        assertThat(unpaid.told()).singleElement().isInstanceOfSatisfying(DeadlineEscalated.class, told -> {
            assertThat(told.clause()).isEqualTo("D2.6");
            assertThat(told.number()).isEqualTo(1);
            assertThat(told.dueAt()).isEqualTo(at("2026-02-28T23:59:59"));
            assertThat(told.escalatedAt()).isEqualTo(at("2026-03-01T00:00"));
            assertThat(told.tell()).containsExactly(Addressee.AGENT, Addressee.VENDOR_OPS);
        });
        assertThat(paid.told(DeadlineEscalated.class)).isEmpty();
    }

    /** What the customer owes and does not do is no promise that the vendor broke. */
    @Test
    void noTimeThatRunsAgainstTheCustomerIsToldAsABreach() {
        // Given
        Course course = Course.of("D", 2, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        course.move("2026-06-05T10:00", line -> line.at(new LineState.PaymentAwaited(1, Route.DEPOT_REPAIR)), 2);

        // When: neither a device nor a payment comes
        course.advance("2026-09-01T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class)).isEmpty();
        assertThat(course.told(DeadlineWarned.class)).hasSize(3);
        assertThat(course.told(ClaimExpired.class)).hasSize(1);
    }

    /** Worked example 37; E?8: an automatic reply does not stop it. */
    @Test
    @ClauseCases(decides = "E3.3", justNot = "E3.3")
    void e33WaitsForAPersonHoweverOftenTheSuiteItselfAnswers() {
        Course silent = Course.of("E", 1, "2026-06-06T23:30");
        Course answered = Course.of("E", 1, "2026-06-06T23:30");
        silent.acknowledge("2026-06-06T23:31");
        answered.acknowledge("2026-06-06T23:31");

        answered.happened("2026-06-07T01:30", Milestone.FIRST_HUMAN_RESPONSE, 1);
        silent.advance("2026-06-08T00:00");
        answered.advance("2026-06-08T00:00");

        assertThat(silent.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::breachedAt)
                .containsExactly(tuple("E3.3", at("2026-06-07T01:30:01")));
        assertThat(answered.told(DeadlineBreached.class)).isEmpty();
    }

    /** E?8: that the suite served it all by itself is no person's word. */
    @Test
    void e33WaitsForAPersonAlsoOnAClaimThatHasClosedByItself() {
        // Given
        Course silent = Course.of("E", 1, "2026-06-06T10:00");
        Course answered = Course.of("E", 1, "2026-06-06T10:00");
        for (Course course : List.of(silent, answered)) {
            course.acknowledge("2026-06-06T10:01");
            course.conclude("2026-06-06T10:02", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);
            course.deliver("2026-06-06T10:30", 1);
        }

        // When
        answered.happened("2026-06-06T10:50", Milestone.FIRST_HUMAN_RESPONSE, 1);
        answered.advance("2026-06-08T00:00");
        silent.advance("2026-06-06T13:00");
        silent.happened("2026-06-06T13:00", Milestone.FIRST_HUMAN_RESPONSE, 1);
        silent.advance("2026-06-08T00:00");

        // Then
        assertThat(silent.claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(silent.told(DeadlineWarned.class))
                .extracting(DeadlineWarned::clause, DeadlineWarned::warnedAt)
                .containsExactly(tuple("E3.3", at("2026-06-06T11:00")));
        assertThat(silent.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::breachedAt)
                .containsExactly(tuple("E3.3", at("2026-06-06T12:00:01")));
        assertThat(silent.states("2026-06-08T00:00")).contains(tuple("E3.3", DeadlineState.BREACHED));
        assertThat(silent.claim().clocks().nextAt()).isNull();
        assertThat(answered.told()).isEmpty();
        assertThat(answered.states("2026-06-08T00:00")).contains(tuple("E3.3", DeadlineState.MET));
        assertThat(answered.claim().clocks().nextAt()).isNull();
    }

    /** Until then it was as if nobody had looked. */
    @Test
    void aClaimOfBeforeThereWereClocksTellsWhatWasBrokenMeanwhile() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");

        course.forgetClocks();
        course.advance("2026-06-30T00:00");

        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::dueAt)
                .containsExactly(tuple("A4.3", at("2026-06-09T18:00")), tuple("A4.4", at("2026-06-12T18:00")));
    }

    @Test
    void aClaimThatEndedBeforeThereWereClocksTellsNothing() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.conclude("2026-06-05T10:02", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);
        course.deliver("2026-06-11T12:00", 1);

        course.forgetClocks();
        course.advance("2026-06-30T00:00");

        assertThat(course.told()).isEmpty();
        assertThat(course.claim().clocks().milestones())
                .extracting(Milestone::event)
                .contains(Milestone.CLAIM_RECEIVED, Milestone.CARRIER_ACCEPTED);
    }

    /** A year that nobody entered is an error, and holds up nothing else. */
    @Test
    void aYearThatTheCalendarLacksIsLookedForAgain() {
        // Given: Friday the second business day lies in 2027
        Course course = Course.of("A", 1, "2026-12-31T10:00");
        Instant lookedAgain = course.claim().clocks().nextAt();
        AwaitedYear awaits = course.claim().clocks().awaits();

        // When
        course.advance("2026-12-31T10:30");
        course.enterYear(2027);
        course.advance("2027-02-01T00:00");

        // Then
        assertThat(awaits).isEqualTo(new AwaitedYear("china", 2027));
        assertThat(course.awaited()).as("said once").containsExactly("china/2027");
        assertThat(course.claim().clocks().awaits()).isNull();
        assertThat(lookedAgain).isEqualTo(at("2026-12-31T10:10"));
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause)
                .contains("A4.3");
        assertThat(course.claim().clocks().calendar()).isEqualTo(new CalendarVersion("china", 2));
    }

    /** That nobody can say by when is no reason to forget what is known. */
    @Test
    void whatCannotBeReckonedKeepsItsStartItsStopAndAState() {
        // Given
        Course course = Course.of("A", 1, "2026-12-31T10:00");

        // When
        course.acknowledge("2026-12-31T10:00:07");

        // Then
        assertThat(course.views("2026-12-31T11:00", Locale.ENGLISH)).first().satisfies(view -> {
            assertThat(view.clause()).isEqualTo("A4.3");
            assertThat(view.state()).isEqualTo(DeadlineState.UNRECKONABLE);
            assertThat(view.startedAt()).isEqualTo(at("2026-12-31T10:00"));
            assertThat(view.stoppedAt()).isEqualTo(at("2026-12-31T10:00:07"));
        });
        assertThat(course.words("A4.3", "2026-12-31T11:00", Locale.ENGLISH))
                .endsWith(
                        "Starts with: the claim is received, Thu 2026-12-31 10:00:00.",
                        "Done: Thu 2026-12-31 10:00:07.");
        assertThat(course.words("A4.3", "2026-12-31T11:00", Locale.CHINESE))
                .endsWith("起算：收到申请，2026-12-31（周四）10:00:00。", "已完成：2026-12-31（周四）10:00:07。");
    }

    /** A?6: what was waited for costs no time, and stays visible. */
    @Test
    void aWaitedForDeadlineSaysHowLongItTookWithTheWaitAndWithout() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00", new LineState.AwaitingEvidence());
        course.acknowledge("2026-06-05T10:00");

        // When
        course.move("2026-06-05T14:00", line -> line.at(new LineState.InDiagnosis()), 1);
        course.conclude("2026-06-05T15:00", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);

        // Then
        assertThat(course.views("2026-06-08T10:00", Locale.ENGLISH))
                .filteredOn(view -> view.elapsed() != null)
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.clause()).isEqualTo("A4.4");
                    assertThat(view.elapsed()).hasHours(5);
                    assertThat(view.elapsedNet()).hasHours(1);
                });
        assertThat(course.words("A4.4", "2026-06-08T10:00", Locale.ENGLISH))
                .last()
                .isEqualTo("It took 5 h 0 min 0 s in all, 1 h 0 min 0 s of it without what was waited for.");
    }

    /** A year that one clock needs is no matter of another: A4.3 is due in the last hours of the year, A4.4 after it. */
    @Test
    void theBreachOfOneClockIsToldWhileAnotherNeedsAYearThatTheCalendarLacks() {
        // Given
        Course course = Course.of("A", 1, "2026-12-29T10:00");

        // When
        course.advance("2026-12-31T18:01");
        List<Event> told = course.told();
        Instant lookedAgain = course.claim().clocks().nextAt();
        List<DeadlineState> states = course.states();
        course.enterYear(2027);
        course.advance("2027-02-01T00:00");

        // Then
        assertThat(told).singleElement().isInstanceOfSatisfying(DeadlineBreached.class, breach -> assertThat(
                        breach.clause())
                .isEqualTo("A4.3"));
        assertThat(states).startsWith(DeadlineState.BREACHED, DeadlineState.UNRECKONABLE);
        assertThat(lookedAgain).isEqualTo(at("2026-12-31T18:10:01"));
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause)
                .containsExactly("A4.3", "A4.4");
    }

    @Test
    void aClaimThatHasEndedIsLookedAtNoMore() {
        // Given
        Course course = Course.of("A", 1, "2026-12-31T10:00");
        course.acknowledge("2026-12-31T10:01");
        course.conclude("2026-12-31T10:02", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);

        // When
        course.dispatch("2026-12-31T10:03", 1);
        Instant onItsWay = course.claim().clocks().nextAt();
        course.deliver("2026-12-31T10:04", 1);

        // Then
        assertThat(onItsWay).isNotNull();
        assertThat(course.claim().clocks().nextAt()).isNull();
        assertThat(course.claim().clocks().awaits()).isNull();
    }

    /** What is entered later changes no promise that was made. */
    @Test
    void aNewCalendarVersionLeavesTheTimesOfClaimsThatAreOnTheirWay() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");

        course.enterYear(2027);
        course.advance("2026-06-30T00:00");

        assertThat(course.claim().clocks().calendar()).isEqualTo(new CalendarVersion("china", 1));
    }

    @Test
    void aThousandLinesThatGoOneWayHaveOneDeadlineEach() {
        Course course = Course.of("A", 1_000, "2026-06-05T10:00");

        course.advance("2026-06-30T00:00");

        assertThat(course.told(DeadlineBreached.class))
                .extracting(told -> told.clause() + " " + told.lines().size())
                .containsExactly("A4.3 1000", "A4.4 1000");
        assertThat(course.claim().clocks().milestones()).hasSize(2);
    }
}
