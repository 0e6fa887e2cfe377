package dev.aftersales.claims.claims;

import static dev.aftersales.claims.claims.Course.application;
import static dev.aftersales.claims.claims.Course.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.chassis.languages.Text;
import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.contracts.events.claims.DeviceReportedLate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application to the depot waits for its device: reminders, grace, closing, and what comes after it (D4.2). */
class ApplicationDeadlinesTest {

    private static final ReportMilestone.Reported SENT = ReportMilestone.Reported.DEVICE_SENT;

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
        assertThat(course.claim().state()).isEqualTo(ClaimState.EXPIRED);
        assertThat(course.claim().closedAt()).isEqualTo(at("2026-06-21T00:00"));
        assertThat(course.starts("2026-07-30T00:00"))
                .as("a device that never came starts no repair")
                .doesNotContain("DEVICE_RECEIVED");
        assertThat(course.claim().clocks().nextAt()).isNull();
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
        boolean open = course.claim().closedAt() == null;
        boolean left = EvidenceOfClaims.leaves(course.claim(), course.policy().rules());
        course.advance("2026-06-28T00:00");

        assertThat(open).isTrue();
        assertThat(left).as("evidence of a claim on its way").isFalse();
        assertThat(EvidenceOfClaims.leaves(course.claim(), course.policy().rules()))
                .as("D4.2c: evidence of an application that has ended")
                .isTrue();
        assertThat(EvidenceOfClaims.leaves(
                        course.claim(), ShippedPacks.policy("A").rules()))
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
                                course.claim(), course.policy().rules(), ReportMilestone.Reported.DEVICE_SENT, lines)
                        .at())
                .containsExactly(at("2026-06-05T11:00"), at("2026-06-05T12:00"), at("2026-06-05T12:00"));
        assertThat(ReportMilestone.lastBefore(
                        course.claim(), course.policy().rules(), ReportMilestone.Reported.DEVICE_RECEIVED, List.of(1)))
                .extracting(Milestone::event)
                .isEqualTo(Milestone.APPLICATION_ACCEPTED);
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
        assertThat(course.claim().state()).isEqualTo(ClaimState.AUTHORISED);
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
        assertThat(course.claim().state()).isEqualTo(ClaimState.AUTHORISED);
        assertThat(course.claim().closedAt()).isNull();
        assertThat(course.claim().timeline())
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
        assertThat(TimelineClocks.of(course.claim()).milestones())
                .extracting(Milestone::event)
                .containsOnlyOnce(Milestone.APPLICATION_ACCEPTED);
    }

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
        assertThat(afterwards.claim().state()).isEqualTo(ClaimState.AUTHORISED);
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
        ClaimState open = course.claim().state();
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
        assertThat(course.claim().closedAt()).isEqualTo(at("2026-06-28T00:00"));
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
        assertThat(course.claim().state()).as(why).isEqualTo(state);
        assertThat(turned.claim().state())
                .as(why + ", said the other way round")
                .isEqualTo(state);
        assertThat(course.claim().clocks().has(Milestone.DEVICE_SENT, 1)).isTrue();
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
                        sent.claim(), ReportMilestone.Reported.DEVICE_RECEIVED, List.of(1), at("2026-06-10T09:59:59")))
                .isEqualTo(new ReportMilestone.Outcome.Contradicts(List.of(1), SENT, at("2026-06-10T10:00")));
        assertThat(ReportMilestone.contradicts(received.claim(), SENT, List.of(1), at("2026-06-10T10:00:01")))
                .isEqualTo(new ReportMilestone.Outcome.Contradicts(
                        List.of(1), ReportMilestone.Reported.DEVICE_RECEIVED, at("2026-06-10T10:00")));
        assertThat(ReportMilestone.contradicts(received.claim(), SENT, List.of(1), at("2026-06-10T10:00")))
                .isNull();
    }

    /** D?6: it belongs to the old claim, which stays closed. */
    @Test
    void d42KeepsThatADeviceArrivedAfterTheClosing() {
        Course course = Course.of("D", 1, "2026-06-05T10:00");
        course.acknowledge("2026-06-05T10:00");
        course.conclude("2026-06-05T10:00", FaultClass.COMPLEX, new LineState.Authorised(Route.DEPOT_REPAIR), 1);
        course.advance("2026-06-21T09:00");

        course.received("2026-06-21T00:00", "2026-06-21T09:00", 1);

        assertThat(course.claim().state()).isEqualTo(ClaimState.EXPIRED);
        assertThat(course.claim().closedAt()).isEqualTo(at("2026-06-21T00:00"));
        assertThat(course.claim().timeline().getLast().what()).isEqualTo(TimelineEntry.What.DEVICE_RECEIVED);
        assertThat(course.states("2026-06-21T09:00")).contains(tuple("D4.2b", DeadlineState.BREACHED));
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
        assertThat(course.claim().state()).isEqualTo(ClaimState.IN_DIAGNOSIS);
        assertThat(course.claim().closedAt()).isNull();
    }
}
