package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.calendars.BusinessCalendar;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Diagnosis;
import dev.aftersales.claims.calendars.CalendarBook;
import dev.aftersales.claims.calendars.GivenCalendars;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.DeadlineView;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clocks of policies make of one claim as it goes its way. Times are those of the policies' zone. */
class ClaimDeadlinesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor POLICY = Actor.policy("A-1");

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
        assertThat(course.claim.timeline().getLast()).satisfies(entry -> {
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
        assertThat(course.claim.timeline().getLast().what()).isEqualTo(TimelineEntry.What.DEADLINE_ESCALATED);
        assertThat(course.claim.clocks().nextAt()).isNull();
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
        assertThat(course.claim.clocks().nextAt()).isNull();
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
    void newsOfWhatHappenedBeforeABreachLosesNoTimeThatTheBreachStarted() {
        // Given: A4.3 is broken, and A4.4 has begun with that
        Course course = Course.of("A", 2, "2026-06-05T10:00");
        course.advance("2026-06-10T09:00");

        // When
        course.move("2026-06-08T11:00", line -> line.at(new LineState.NotCovered("/quote")), 1);
        course.advance("2026-06-30T00:00");

        // Then
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::lines, DeadlineBreached::dueAt)
                .containsExactly(
                        tuple("A4.3", List.of(1, 2), at("2026-06-09T18:00")),
                        tuple("A4.4", List.of(2), at("2026-06-12T18:00")));
    }

    @Test
    void whatWasBrokenBeforeTheClaimClosedIsToldAfterIt() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:01");
        course.conclude("2026-06-05T10:02", FaultClass.SIMPLE, new LineState.Authorised(Route.PARTS), 1);

        course.dispatch("2026-06-11T11:00", 1);
        course.deliver("2026-06-11T12:00", 1);
        course.advance("2026-06-12T00:00");

        assertThat(course.claim.state()).isEqualTo(ClaimState.CLOSED);
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::breachedAt)
                .containsExactly(tuple("A4.5", at("2026-06-10T18:00:01")));
        assertThat(course.claim.clocks().nextAt()).isNull();
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

    /** Worked example 31. */
    @Test
    @ClauseCases(decides = {"D4.2a", "D4.2b"})
    void d42RemindsThreeTimesAndClosesWithTheFirstSecondOfTheSixteenthDay() {
        // Given
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");

        // When
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        course.advance("2026-07-30T00:00");

        // Then
        assertThat(course.told(DeadlineWarned.class))
                .extracting(
                        DeadlineWarned::clause,
                        DeadlineWarned::kind,
                        DeadlineWarned::number,
                        DeadlineWarned::warnedAt,
                        DeadlineWarned::dueAt,
                        DeadlineWarned::tell)
                .containsExactly(
                        reminder(1, "2026-06-08T09:00"),
                        reminder(2, "2026-06-15T09:00"),
                        reminder(3, "2026-06-19T09:00"));
        assertThat(course.told(ClaimExpired.class)).singleElement().satisfies(told -> {
            assertThat(told.clause()).isEqualTo("D4.2b");
            assertThat(told.lines()).containsExactly(1);
            assertThat(told.claimClosed()).isTrue();
            assertThat(told.dueAt()).isEqualTo(at("2026-06-20T23:59:59"));
            assertThat(told.expiredAt()).isEqualTo(at("2026-06-21T00:00"));
        });
        assertThat(course.claim.state()).isEqualTo(ClaimState.EXPIRED);
        assertThat(course.claim.closedAt()).isEqualTo(at("2026-06-21T00:00"));
        assertThat(course.starts("2026-07-30T00:00"))
                .as("a device that never came starts no repair")
                .doesNotContain("DEVICE_RECEIVED");
        assertThat(course.claim.clocks().nextAt()).isNull();
    }

    private static Tuple reminder(int number, String at) {
        return tuple(
                "D4.2a",
                DeadlineWarned.Kind.REMINDER,
                number,
                at(at),
                at("2026-06-20T23:59:59"),
                List.of(Addressee.CUSTOMER));
    }

    /** D?6: a device under way holds the closing off, and is not reminded of. */
    @Test
    void d42WaitsSevenDaysMoreForADeviceThatIsUnderWay() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);

        course.advance("2026-06-09T10:00");
        course.happened("2026-06-09T10:00", Milestone.DEVICE_SENT, 1);
        course.advance("2026-06-27T23:59:59");
        boolean open = course.claim.closedAt() == null;
        boolean left = EvidenceOfClaims.leaves(course.claim, course.policy.rules());
        course.advance("2026-06-28T00:00");

        assertThat(open).isTrue();
        assertThat(left).as("evidence of a claim on its way").isFalse();
        assertThat(EvidenceOfClaims.leaves(course.claim, course.policy.rules()))
                .as("D4.2c: evidence of an application that has ended")
                .isTrue();
        assertThat(EvidenceOfClaims.leaves(
                        course.claim, ShippedPacks.policy("A").rules()))
                .as("where the policy says nothing of it")
                .isFalse();
        assertThat(course.told(DeadlineWarned.class))
                .extracting(
                        DeadlineWarned::clause,
                        DeadlineWarned::number,
                        DeadlineWarned::heldSince,
                        DeadlineWarned::dueAt,
                        DeadlineWarned::tell)
                .as("reminded once, and told once that it is held open")
                .containsExactly(
                        tuple("D4.2a", 1, null, at("2026-06-20T23:59:59"), List.of(Addressee.CUSTOMER)),
                        tuple(
                                "D4.2b",
                                null,
                                at("2026-06-21T00:00"),
                                at("2026-06-27T23:59:59"),
                                List.of(Addressee.CUSTOMER)));
        assertThat(course.told(ClaimExpired.class))
                .extracting(ClaimExpired::expiredAt)
                .containsExactly(at("2026-06-28T00:00"));
    }

    /** D?6: whoever is waited for longer than the clause says is told so, and until when. */
    @Test
    void d42SaysInWordsThatItClosesThatItIsHeldOpenAndThatItClosed() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);

        course.advance("2026-06-09T10:00");
        Text before = text(course, "2026-06-09T10:00");
        course.happened("2026-06-09T10:00", Milestone.DEVICE_SENT, 1);
        course.advance("2026-06-22T10:00");
        Text held = text(course, "2026-06-22T10:00");
        course.advance("2026-06-28T00:00");
        Text closed = text(course, "2026-06-28T00:00");

        assertThat(before)
                .isEqualTo(new Text(
                        "Closes with Sun 2026-06-21 00:00:00, if it has not happened by then (D4.2b, R-D6).",
                        "届时仍未完成的，2026-06-21（周日）00:00:00 关闭（D4.2b, R-D6）。"));
        assertThat(held)
                .isEqualTo(new Text(
                        "Held open, because it is on its way: closes with Sun 2026-06-28 00:00:00, if it has not happened by then (D4.2b, R-D6).",
                        "因已在途中，暂不关闭：届时仍未完成的，2026-06-28（周日）00:00:00 关闭（D4.2b, R-D6）。"));
        assertThat(closed)
                .isEqualTo(new Text(
                        "Closed, because it had not happened: Sun 2026-06-28 00:00:00 (D4.2b, R-D6).",
                        "因未完成而关闭：2026-06-28（周日）00:00:00（D4.2b, R-D6）。"));
    }

    /** The last sentence on D4.2b, as readers get it. */
    private static Text text(Course course, String asOf) {
        return new Text(
                course.words("D4.2b", asOf, Locale.ENGLISH).getLast(),
                course.words("D4.2b", asOf, Locale.CHINESE).getLast());
    }

    /** Whoever proves that a promise was kept by a word that came after the breach shows that it came after the breach. */
    @Test
    void aWordSaidOnlyAfterwardsIsNamedAndWhatHadBeenToldBefore() {
        // Given: broken at 12:00:01
        Course course = Course.of("E", 1, "2026-06-06T10:00");
        course.advance("2026-06-06T13:00");

        // When
        course.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T10:07",
                "2026-06-06T13:00",
                1);

        // Then
        assertThat(course.states("2026-06-06T13:00")).contains(tuple("E3.3", DeadlineState.MET));
        assertThat(course.words("E3.3", "2026-06-06T13:00", Locale.ENGLISH))
                .endsWith(
                        "Done in time: Sat 2026-06-06 10:07:00.",
                        "Said only afterwards: Sat 2026-06-06 13:00:00, by: agent.",
                        "Before that, it had been told as not done in time: Sat 2026-06-06 12:00:01.")
                .as("no person")
                .noneMatch(sentence -> sentence.contains("somebody"));
        assertThat(course.words("E3.3", "2026-06-06T13:00", Locale.CHINESE))
                .endsWith(
                        "已按时完成：2026-06-06（周六）10:07:00。",
                        "系事后补报：2026-06-06（周六）13:00:00，报告人：客服人员。",
                        "在此之前，已于 2026-06-06（周六）12:00:01 通报为未按时完成。");
    }

    /** D4.2a begins with that: what was not accepted yet was not sent. */
    @Test
    void aDeviceIsSentNoSoonerThanItsApplicationWasAccepted() {
        // Given
        Course course = Course.of("D", 2, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T11:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        course.conclude("2026-06-05T12:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 2);

        // When / Then
        assertThat(List.of(List.of(1), List.of(2), List.of(1, 2)))
                .extracting(lines -> ReportMilestone.lastBefore(
                                course.claim, course.policy.rules(), ReportMilestone.Reported.DEVICE_SENT, lines)
                        .at())
                .containsExactly(at("2026-06-05T11:00"), at("2026-06-05T12:00"), at("2026-06-05T12:00"));
        assertThat(ReportMilestone.lastBefore(
                        course.claim, course.policy.rules(), ReportMilestone.Reported.DEVICE_RECEIVED, List.of(1)))
                .extracting(Milestone::event)
                .isEqualTo(Milestone.APPLICATION_ACCEPTED);
    }

    @Test
    void aWordSaidAtTheTimeNeedsNoMention() {
        Course course = Course.of("E", 1, "2026-06-06T10:00");

        course.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T10:07",
                "2026-06-06T10:07",
                1);

        assertThat(course.words("E3.3", "2026-06-06T13:00", Locale.ENGLISH).getLast())
                .isEqualTo("Done in time: Sat 2026-06-06 10:07:00.");
    }

    /** What was done too late is a breach whoever says it and when: the breach is contradicted by nothing. */
    @Test
    void aLateWordOfALateDeedContradictsNoBreach() {
        Course course = Course.of("E", 1, "2026-06-06T10:00");
        course.advance("2026-06-06T14:00");

        course.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T13:00",
                "2026-06-06T14:00",
                1);

        assertThat(course.words("E3.3", "2026-06-06T14:00", Locale.ENGLISH))
                .endsWith(
                        "Done too late: Sat 2026-06-06 13:00:00.",
                        "Said only afterwards: Sat 2026-06-06 14:00:00, by: agent.");
    }

    @Test
    @ClauseCases(justNot = {"D4.2a", "D4.2b"})
    void d42ClosesNothingThatArrivedInTime() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);

        course.happened("2026-06-07T10:00", Milestone.DEVICE_RECEIVED, 1);
        course.advance("2026-09-01T00:00");

        assertThat(course.told()).isEmpty();
        assertThat(course.states("2026-09-01T00:00"))
                .as("what arrived was sent, though nobody said so")
                .contains(tuple("D4.2a", DeadlineState.MET), tuple("D4.2b", DeadlineState.MET));
        assertThat(course.claim.state()).isEqualTo(ClaimState.AUTHORISED);
    }

    /** D4.2b closes what was not received in time, and not what was not reported in time. */
    @Test
    void d42GoesOnWithADeviceThatArrivedInTimeAndIsReportedAfterTheClosing() {
        // Given
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        course.advance("2026-06-21T09:00");

        // When
        course.received("2026-06-20T18:00", "2026-06-21T09:00", 1);
        course.advance("2026-09-01T00:00");

        // Then
        assertThat(course.told(ClaimExpired.class)).hasSize(1);
        assertThat(course.claim.state()).isEqualTo(ClaimState.AUTHORISED);
        assertThat(course.claim.closedAt()).isNull();
        assertThat(course.claim.timeline())
                .extracting(TimelineEntry::what)
                .endsWith(
                        TimelineEntry.What.EXPIRED,
                        TimelineEntry.What.DEVICE_RECEIVED,
                        TimelineEntry.What.WAITING_FOR_SERVICE);
        assertThat(course.states("2026-09-01T00:00")).contains(tuple("D4.2b", DeadlineState.MET));
        assertThat(course.words("D4.2b", "2026-09-01T00:00", Locale.ENGLISH))
                .endsWith(
                        "Done in time: Sat 2026-06-20 18:00:00.",
                        "Said only afterwards: Sun 2026-06-21 09:00:00, by: warehouse.",
                        "Before that, it had been closed for want of it: Sun 2026-06-21 00:00:00.");
        assertThat(TimelineClocks.of(course.claim).milestones())
                .extracting(Milestone::event)
                .containsOnlyOnce(Milestone.APPLICATION_ACCEPTED);
    }

    /** An application to the depot, accepted on 5 June: the device is to be there by the end of the 20th, or with the grace the 27th. */
    private static Course application() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        return course;
    }

    private static final ReportMilestone.Reported SENT = ReportMilestone.Reported.DEVICE_SENT;

    /** D?6: what came while the claim was held open came in time for the case, and the words say why. */
    @Test
    void d42KeepsWhatCameWhileItWasHeldOpen() {
        // Given
        Course atOnce = application();
        atOnce.reported(SENT, Actor.Kind.CUSTOMER, "2026-06-10T10:00", "2026-06-10T10:00", 1);
        Course afterwards = application();
        afterwards.reported(SENT, Actor.Kind.CUSTOMER, "2026-06-10T10:00", "2026-06-10T10:00", 1);

        // When
        atOnce.advance("2026-06-22T12:00");
        atOnce.received("2026-06-22T12:00", "2026-06-22T12:00", 1);
        afterwards.advance("2026-07-06T12:00");
        afterwards.received("2026-06-25T12:00", "2026-07-06T12:00", 1);

        // Then
        assertThat(atOnce.states("2026-06-22T12:00")).contains(tuple("D4.2b", DeadlineState.MET));
        assertThat(text(atOnce, "2026-06-22T12:00"))
                .isEqualTo(new Text(
                        "Done while it was held open until Sat 2026-06-27 23:59:59, because it was on its way: Mon 2026-06-22 12:00:00.",
                        "因已在途中而保留至 2026-06-27（周六）23:59:59，其间完成：2026-06-22（周一）12:00:00。"));
        assertThat(afterwards.states("2026-07-06T12:00")).contains(tuple("D4.2b", DeadlineState.MET));
        assertThat(afterwards.claim.state()).isEqualTo(ClaimState.AUTHORISED);
        assertThat(afterwards.words("D4.2b", "2026-07-06T12:00", Locale.ENGLISH))
                .endsWith(
                        "Said only afterwards: Mon 2026-07-06 12:00:00, by: warehouse.",
                        "Before that, it had been closed for want of it: Sun 2026-06-28 00:00:00.")
                .noneMatch(sentence -> sentence.startsWith("Closed"));
    }

    /** D?6: what was sent before the closing holds it off, whenever that is said, for as long as the grace lasts. */
    @Test
    void d42WaitsOnForADeviceOfWhichItIsSaidAfterTheClosingThatItWasSentBefore() {
        // Given
        Course course = application();
        course.advance("2026-06-22T09:00");

        // When
        course.reported(SENT, Actor.Kind.AGENT, "2026-06-18T12:00", "2026-06-22T09:00", 1);
        ClaimState open = course.claim.state();
        List<String> held = course.words("D4.2b", "2026-06-22T09:00", Locale.ENGLISH);
        course.advance("2026-09-01T00:00");

        // Then
        assertThat(open).isEqualTo(ClaimState.AUTHORISED);
        assertThat(held.getLast())
                .startsWith("Held open, because it is on its way: closes with Sun 2026-06-28 00:00:00");
        assertThat(course.told(DeviceReportedLate.class))
                .extracting(
                        DeviceReportedLate::what,
                        DeviceReportedLate::reopened,
                        DeviceReportedLate::heldUntil,
                        DeviceReportedLate::otherClaims)
                .containsExactly(
                        tuple(DeviceReportedLate.What.SENT, true, at("2026-06-27T23:59:59"), List.of("clm-2")));
        assertThat(course.told(ClaimExpired.class))
                .extracting(ClaimExpired::expiredAt)
                .as("once more, when the grace is over")
                .containsExactly(at("2026-06-21T00:00"), at("2026-06-28T00:00"));
        assertThat(course.told(DeadlineWarned.class)).noneMatch(warned -> warned.heldSince() != null);
        assertThat(course.claim.closedAt()).isEqualTo(at("2026-06-28T00:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            sent in time, said when the grace was over   | 2026-06-18T12:00 | 2026-06-28T00:00 | -                | EXPIRED    |
            sent after the closing                       | 2026-06-21T00:00 | 2026-06-22T09:00 | -                | EXPIRED    |
            sent in time and come in the grace           | 2026-06-18T12:00 | 2026-07-01T09:00 | 2026-06-25T12:00 | AUTHORISED | false true
            sent in time and come after the grace        | 2026-06-18T12:00 | 2026-07-01T09:00 | 2026-06-28T00:00 | EXPIRED    | false
            sent after the closing and come in the grace | 2026-06-21T00:00 | 2026-07-01T09:00 | 2026-06-25T12:00 | EXPIRED    | false
            """)
    void d42KeepsOnTheClosedClaimWhatIsSaidWhenTheGraceIsOver(
            String why, String sent, String said, String received, ClaimState state, String reopened) {
        // Given
        Course course = application();
        Course turned = application();
        course.advance(said);
        turned.advance(said);

        // When
        course.reported(SENT, Actor.Kind.AGENT, sent, said, 1);
        if (received != null) {
            course.received(received, said, 1);
            turned.received(received, said, 1);
        }
        turned.reported(SENT, Actor.Kind.AGENT, sent, said, 1);

        // Then
        assertThat(course.claim.state()).as(why).isEqualTo(state);
        assertThat(turned.claim.state()).as(why + ", said the other way round").isEqualTo(state);
        assertThat(course.claim.clocks().has(Milestone.DEVICE_SENT, 1)).isTrue();
        assertThat(turned.told(DeviceReportedLate.class))
                .as(why)
                .extracting(told -> String.valueOf(told.reopened()))
                .containsExactlyElementsOf(reopened == null ? List.of() : List.of(reopened.split(" ")));
    }

    /** Whoever was told that a line had ended is told once that it goes on, or that its device came after all. */
    @Test
    void d42TellsOnceWhatBecameOfADeviceAfterTheClosing() {
        // Given
        Course inTime = application();
        Course late = application();
        inTime.advance("2026-06-22T09:00");
        late.advance("2026-06-22T09:00");

        // When
        inTime.received("2026-06-20T12:00", "2026-06-22T09:00", 1);
        late.received("2026-06-21T12:00", "2026-06-22T09:00", 1);
        inTime.reported(SENT, Actor.Kind.CUSTOMER, "2026-06-18T12:00", "2026-06-22T10:00", 1);

        // Then
        assertThat(inTime.told(DeviceReportedLate.class))
                .extracting(DeviceReportedLate::reopened)
                .containsExactly(true);
        assertThat(late.told(DeviceReportedLate.class))
                .extracting(DeviceReportedLate::reopened)
                .containsExactly(false);
    }

    @Test
    void nothingArrivesBeforeItWasSent() {
        // Given
        Course sent = application();
        sent.reported(SENT, Actor.Kind.CUSTOMER, "2026-06-10T10:00", "2026-06-11T10:00", 1);
        Course received = application();
        received.received("2026-06-10T10:00", "2026-06-11T10:00", 1);

        // Then
        assertThat(ReportMilestone.contradicts(
                        sent.claim, ReportMilestone.Reported.DEVICE_RECEIVED, List.of(1), at("2026-06-10T09:59:59")))
                .isEqualTo(new ReportMilestone.Outcome.Contradicts(List.of(1), SENT, at("2026-06-10T10:00")));
        assertThat(ReportMilestone.contradicts(received.claim, SENT, List.of(1), at("2026-06-10T10:00:01")))
                .isEqualTo(new ReportMilestone.Outcome.Contradicts(
                        List.of(1), ReportMilestone.Reported.DEVICE_RECEIVED, at("2026-06-10T10:00")));
        assertThat(ReportMilestone.contradicts(received.claim, SENT, List.of(1), at("2026-06-10T10:00")))
                .isNull();
    }

    /** A told breach does not vanish because the acknowledgment was only heard of late. */
    @Test
    void whatIsHeardOfOnlyAfterItsBreachWasToldSaysSo() {
        // Given
        Course course = Course.of("A", 1, "2026-06-05T10:00");
        course.advance("2026-06-10T10:00");

        // When
        course.acknowledge("2026-06-05T10:00:20");

        // Then
        assertThat(course.states("2026-06-10T10:00")).contains(tuple("A4.3", DeadlineState.MET));
        assertThat(course.words("A4.3", "2026-06-10T10:00", Locale.ENGLISH))
                .endsWith(
                        "Heard of only afterwards.",
                        "Before that, it had been told as not done in time: Tue 2026-06-09 18:00:01.");
        assertThat(course.words("A4.3", "2026-06-10T10:00", Locale.CHINESE)).contains("系事后才得知。");
    }

    @Test
    void aLateWordNamesTheWarningThatWasForNothing() {
        // Given
        Course answered = Course.of("E", 1, "2026-06-06T10:00");
        answered.advance("2026-06-06T11:30");
        Course held = application();
        held.reported(SENT, Actor.Kind.CUSTOMER, "2026-06-10T10:00", "2026-06-10T10:00", 1);
        held.advance("2026-06-22T09:00");

        // When
        answered.reported(
                ReportMilestone.Reported.FIRST_HUMAN_RESPONSE,
                Actor.Kind.AGENT,
                "2026-06-06T10:07",
                "2026-06-06T11:30",
                1);
        held.received("2026-06-20T12:00", "2026-06-22T09:00", 1);

        // Then
        assertThat(answered.words("E3.3", "2026-06-06T11:30", Locale.ENGLISH).getLast())
                .isEqualTo("Before that, it had been warned of as not done yet: Sat 2026-06-06 11:00:00.");
        assertThat(held.words("D4.2b", "2026-06-22T09:00", Locale.ENGLISH).getLast())
                .isEqualTo("Before that, it had been told as held open for want of it: Sun 2026-06-21 00:00:00.");
    }

    /** D?6: it belongs to the old claim, which stays closed. */
    @Test
    void d42KeepsThatADeviceArrivedAfterTheClosing() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        course.advance("2026-06-21T09:00");

        course.received("2026-06-21T00:00", "2026-06-21T09:00", 1);

        assertThat(course.claim.state()).isEqualTo(ClaimState.EXPIRED);
        assertThat(course.claim.closedAt()).isEqualTo(at("2026-06-21T00:00"));
        assertThat(course.claim.timeline().getLast().what()).isEqualTo(TimelineEntry.What.DEVICE_RECEIVED);
        assertThat(course.states("2026-06-21T09:00")).contains(tuple("D4.2b", DeadlineState.BREACHED));
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

    @Test
    void d42EndsTheLineThatWaitsAndLeavesTheOthers() {
        Course course = Course.of("D", 2, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);

        course.advance("2026-09-01T00:00");

        assertThat(course.told(ClaimExpired.class)).singleElement().satisfies(told -> {
            assertThat(told.lines()).containsExactly(1);
            assertThat(told.claimClosed()).isFalse();
        });
        assertThat(course.claim.state()).isEqualTo(ClaimState.IN_DIAGNOSIS);
        assertThat(course.claim.closedAt()).isNull();
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
        assertThat(silent.claim.state()).isEqualTo(ClaimState.CLOSED);
        assertThat(silent.told(DeadlineWarned.class))
                .extracting(DeadlineWarned::clause, DeadlineWarned::warnedAt)
                .containsExactly(tuple("E3.3", at("2026-06-06T11:00")));
        assertThat(silent.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause, DeadlineBreached::breachedAt)
                .containsExactly(tuple("E3.3", at("2026-06-06T12:00:01")));
        assertThat(silent.states("2026-06-08T00:00")).contains(tuple("E3.3", DeadlineState.BREACHED));
        assertThat(silent.claim.clocks().nextAt()).isNull();
        assertThat(answered.told()).isEmpty();
        assertThat(answered.states("2026-06-08T00:00")).contains(tuple("E3.3", DeadlineState.MET));
        assertThat(answered.claim.clocks().nextAt()).isNull();
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
        assertThat(course.claim.clocks().milestones())
                .extracting(Milestone::event)
                .contains(Milestone.CLAIM_RECEIVED, Milestone.CARRIER_ACCEPTED);
    }

    /** A year that nobody entered is an error, and holds up nothing else. */
    @Test
    void aYearThatTheCalendarLacksIsLookedForAgain() {
        // Given: Friday the second business day lies in 2027
        Course course = Course.of("A", 1, "2026-12-31T10:00");
        Instant lookedAgain = course.claim.clocks().nextAt();
        AwaitedYear awaits = course.claim.clocks().awaits();

        // When
        course.advance("2026-12-31T10:30");
        course.enterYear(2027);
        course.advance("2027-02-01T00:00");

        // Then
        assertThat(awaits).isEqualTo(new AwaitedYear("china", 2027));
        assertThat(course.awaited).as("said once").containsExactly("china/2027");
        assertThat(course.claim.clocks().awaits()).isNull();
        assertThat(lookedAgain).isEqualTo(at("2026-12-31T10:10"));
        assertThat(course.told(DeadlineBreached.class))
                .extracting(DeadlineBreached::clause)
                .contains("A4.3");
        assertThat(course.claim.clocks().calendar()).isEqualTo(new CalendarVersion("china", 2));
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
        Instant lookedAgain = course.claim.clocks().nextAt();
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
        Instant onItsWay = course.claim.clocks().nextAt();
        course.deliver("2026-12-31T10:04", 1);

        // Then
        assertThat(onItsWay).isNotNull();
        assertThat(course.claim.clocks().nextAt()).isNull();
        assertThat(course.claim.clocks().awaits()).isNull();
    }

    /** What is entered later changes no promise that was made. */
    @Test
    void aNewCalendarVersionLeavesTheTimesOfClaimsThatAreOnTheirWay() {
        Course course = Course.of("A", 1, "2026-06-05T10:00");

        course.enterYear(2027);
        course.advance("2026-06-30T00:00");

        assertThat(course.claim.clocks().calendar()).isEqualTo(new CalendarVersion("china", 1));
    }

    @Test
    void aThousandLinesThatGoOneWayHaveOneDeadlineEach() {
        Course course = Course.of("A", 1_000, "2026-06-05T10:00");

        course.advance("2026-06-30T00:00");

        assertThat(course.told(DeadlineBreached.class))
                .extracting(told -> told.clause() + " " + told.lines().size())
                .containsExactly("A4.3 1000", "A4.4 1000");
        assertThat(course.claim.clocks().milestones()).hasSize(2);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** One claim, and the clock moved by hand. */
    private static final class Course implements CalendarBook {

        private final CompiledPolicy policy;
        private final Timekeeper timekeeper;
        private final FiringDeadlines firing;
        private final List<Event> told = new ArrayList<>();
        private BusinessCalendar calendar = GivenCalendars.china();
        private final List<BusinessCalendar> versions = new ArrayList<>(List.of(calendar));
        private final List<String> awaited = new ArrayList<>();
        private Claim claim;

        private Course(CompiledPolicy policy, Claim submitted) {
            this.policy = policy;
            this.timekeeper = new Timekeeper(ShippedPacks.packs(), this);
            this.firing = new FiringDeadlines(claim -> policy);
            this.claim = timekeeper.kept(null, Change.of(submitted)).state();
        }

        static Course of(String letter, int lines, String submittedAt) {
            return of(letter, lines, submittedAt, new LineState.InDiagnosis());
        }

        static Course of(String letter, int lines, String submittedAt, LineState state) {
            CompiledPolicy policy = ShippedPacks.policy(letter);
            return new Course(
                    policy,
                    Claim.submitted(
                            "clm-1",
                            policy.vendor(),
                            "nordwind",
                            new CustomerRef("cus-1", 1),
                            "maria",
                            at(submittedAt),
                            policy.version(),
                            "C-1",
                            null,
                            "X1",
                            "E-42",
                            "d",
                            null,
                            Particulars.NONE,
                            List.of(),
                            List.of(),
                            IntStream.rangeClosed(1, lines)
                                    .mapToObj(line -> ClaimLine.claimed(new UnitLine(line, "S-" + line, 1))
                                            .at(state))
                                    .toList(),
                            new FirstAnswer("h", 201, "/l", "{}")));
        }

        void acknowledge(String at) {
            keep(Acknowledging.acknowledged(claim, at(at)));
        }

        void conclude(String at, FaultClass faultClass, LineState next, int... lines) {
            Conclusion conclusion = new Conclusion(
                    new Diagnosis(
                            "MATERIAL",
                            true,
                            new Confirmer(Confirmer.Kind.TECHNICIAN, "ida"),
                            at(at),
                            faultClass,
                            Route.PARTS,
                            List.of(),
                            Map.of()),
                    List.of(new PartQuantity("P-7", 1)));
            move(at, line -> line.concluded(conclusion).at(next), lines);
        }

        void dispatch(String at, int... lines) {
            keep(Serving.advanced(
                    claim,
                    IntStream.of(lines).boxed().toList(),
                    new LineState.Dispatched("shp-1", "carrier", "T1", at(at)),
                    at(at)));
        }

        void deliver(String at, int... lines) {
            keep(Serving.advanced(
                    claim, IntStream.of(lines).boxed().toList(), new LineState.Delivered("shp-1", at(at)), at(at)));
        }

        void happened(String at, String event, int... lines) {
            Amendment amendment = new Amendment(claim, at(at));
            amendment.happened(event, at(at), IntStream.of(lines).boxed().toList());
            keep(amendment.done());
        }

        void received(String at, String reportedAt, int... lines) {
            reported(ReportMilestone.Reported.DEVICE_RECEIVED, Actor.Kind.WAREHOUSE, at, reportedAt, lines);
        }

        void reported(ReportMilestone.Reported what, Actor.Kind by, String at, String reportedAt, int... lines) {
            keep(new Keeping(policy, what, at(at), at(reportedAt), List.of("clm-2"))
                    .kept(
                            claim,
                            new Actor(by, "somebody"),
                            IntStream.of(lines).boxed().toList()));
        }

        void move(String at, UnaryOperator<ClaimLine> way, int... lines) {
            Amendment amendment = new Amendment(claim, at(at));
            for (int line : lines) {
                amendment.put(way.apply(amendment.line(line).orElseThrow()));
            }
            amendment.note(TimelineEntry.What.DIAGNOSIS_COMPLETED, POLICY, List.of(), null);
            keep(amendment.done());
        }

        /** As it would be had it been kept before there were clocks. */
        void forgetClocks() {
            claim = timekeeper.begun(claim.change().clocks(ClaimClocks.NONE).done());
        }

        void split(String at, int line, String... serials) {
            Amendment amendment = new Amendment(claim, at(at));
            for (String serial : serials) {
                amendment.splitOff(amendment.line(line).orElseThrow(), serial, 1);
            }
            amendment.note(TimelineEntry.What.EVIDENCE_RECEIVED, POLICY, List.of(line), null);
            keep(amendment.done());
        }

        private void keep(Change<Claim> change) {
            told.addAll(change.events().stream()
                    .filter(event -> event instanceof DeadlineWarned
                            || event instanceof DeadlineBreached
                            || event instanceof DeadlineEscalated
                            || event instanceof ClaimExpired
                            || event instanceof DeviceReportedLate)
                    .toList());
            claim = timekeeper.kept(claim, change).state();
        }

        /** Everything that is due until then, in due order, as the sweep does it. */
        void advance(String to) {
            for (Instant next = next(at(to)); next != null; next = next(at(to))) {
                Instant due = next;
                Optional<Change<Claim>> change =
                        timekeeper.deadlines(claim, due).flatMap(deadlines -> firing.fire(claim, deadlines, due));
                if (change.isPresent()) {
                    keep(change.get());
                    assertThat(told).as("told once, not for ever").hasSizeLessThan(50);
                } else {
                    claim = timekeeper.lookedAt(claim, due, due);
                }
            }
        }

        private @Nullable Instant next(Instant to) {
            Instant next = claim.clocks().nextAt();
            return next == null || next.isAfter(to) ? null : next;
        }

        void enterYear(int year) {
            calendar = GivenCalendars.chinaWithYear(year, versions.size() + 1);
            versions.add(calendar);
        }

        @Override
        public Optional<BusinessCalendar> current(String vendor, String id) {
            return Optional.of(calendar);
        }

        @Override
        public void await(String vendor, String id, int year) {
            awaited.add(id + "/" + year);
        }

        @Override
        public Optional<BusinessCalendar> version(String vendor, CalendarVersion version) {
            return versions.stream()
                    .filter(each -> each.version().equals(version))
                    .findFirst();
        }

        List<Event> told() {
            return List.copyOf(told);
        }

        <E extends Event> List<E> told(Class<E> type) {
            return told.stream().filter(type::isInstance).map(type::cast).toList();
        }

        /** What started the clocks that run, or ran. */
        List<String> starts(String asOf) {
            return timekeeper.deadlines(claim, at(asOf)).orElseThrow().stream()
                    .flatMap(deadline -> deadline.standing() instanceof ClockStanding.Reckoned reckoned
                            ? Stream.of(reckoned.reckoning().start().event())
                            : Stream.empty())
                    .toList();
        }

        List<DeadlineState> states() {
            return timekeeper
                    .deadlines(claim, Objects.requireNonNull(claim.clocks().nextAt()))
                    .orElseThrow()
                    .stream()
                    .map(ClaimDeadline::state)
                    .toList();
        }

        List<DeadlineView> views(String asOf, Locale reader) {
            List<ClaimDeadline> deadlines =
                    timekeeper.deadlines(claim, at(asOf)).orElseThrow();
            return deadlines.stream()
                    .map(deadline -> DeadlineView.of(
                            deadline.standing(),
                            policy,
                            deadline.ending(),
                            LateWords.of(LateWord.stopping(claim, deadline), deadline, policy),
                            reader))
                    .toList();
        }

        /** The words of one, sentence by sentence. */
        List<String> words(String clause, String asOf, Locale reader) {
            return views(asOf, reader).stream()
                    .filter(view -> view.clause().equals(clause))
                    .map(view -> Objects.requireNonNull(view.text()))
                    .findFirst()
                    .orElseThrow()
                    .lines()
                    .toList();
        }

        /** Of those that stand somewhere. */
        List<Tuple> states(String asOf) {
            return timekeeper.deadlines(claim, at(asOf)).orElseThrow().stream()
                    .filter(deadline -> deadline.state() != DeadlineState.UNDECIDED)
                    .map(deadline -> tuple(deadline.clock().clause(), deadline.state()))
                    .toList();
        }
    }
}
