package dev.aftersales.diagnosis.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.claims.Addressee;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchIssueStatesTest {

    private static final UnknownUnits.Count NONE_UNKNOWN = new UnknownUnits.Count(0, false);

    private static final Instant REACHED = Instant.parse("2026-06-05T09:00:00Z");
    private static final Instant LATER = REACHED.plusSeconds(3600);

    @Test
    void goesFromDetectionOverThePlanAndItsContainmentToItsEnd() {
        Detected detected = Given.detected(REACHED, Given.PLAN);

        PlanInitiated initiated = detected.initiate(Given.plan("viktor", LATER));
        Contained contained = initiated.contain("viktor", LATER.plusSeconds(1));
        Resolved resolved = contained.resolve(
                new Resolution(ResolutionKind.REMEDIED, "fixed at the supplier", "vera", LATER.plusSeconds(2)));

        assertThat(List.of(detected, initiated, contained, resolved))
                .extracting(IssueState::of)
                .containsExactly(IssueState.values());
        assertThat(resolved.file().history())
                .containsExactly(
                        HistoryEntry.of(REACHED.plusMillis(40), HistoryEntry.SUITE, HistoryEntry.What.DETECTED),
                        HistoryEntry.of(LATER, "viktor", HistoryEntry.What.PLAN_INITIATED),
                        HistoryEntry.of(LATER.plusSeconds(1), "viktor", HistoryEntry.What.CONTAINED),
                        HistoryEntry.of(LATER.plusSeconds(2), "vera", HistoryEntry.What.RESOLVED));
    }

    @Test
    void isClosedAsNoBatchFromWhicheverStateAndAsRemediedOnlyWhenContained() {
        Detected detected = Given.detected(REACHED, Given.PLAN);
        Resolution none = new Resolution(ResolutionKind.NO_BATCH_ISSUE, "never shipped", "vera", LATER);
        PlanInitiated initiated = detected.initiate(Given.plan("viktor", LATER));

        assertThat(Stream.of(
                        detected.dismiss(none),
                        initiated.dismiss(none),
                        initiated.contain("viktor", LATER).resolve(none)))
                .extracting(IssueState::of)
                .containsOnly(IssueState.RESOLVED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolved(
                        detected.file(), null, null, new Resolution(ResolutionKind.REMEDIED, "r", "vera", LATER)));
    }

    @Test
    void stopsTheClockOfWhatIsNoBatchAsNeitherKeptNorBrokenUnlessItIsOver() {
        Detected detected = Given.detected(REACHED, Given.PLAN);
        Instant tooLate = REACHED.plus(Duration.ofHours(50));

        PlanDeadlineView inTime = deadline(detected, LATER);
        PlanDeadlineView late = deadline(detected, tooLate);

        assertThat(inTime.state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(late.state()).as("was broken by then").isEqualTo(DeadlineState.BREACHED);
        assertThat(inTime.doneAt()).isNull();
        assertThat(inTime.words().en()).contains("turned out not to be", "Neither kept nor broken");
        assertThat(inTime.words().zh()).contains("不计为履行");
    }

    @Test
    void tellsTheClockInTheZoneOfThePolicy() {
        Detected detected = Given.detected(REACHED, Given.PLAN);

        PlanDeadlineView view =
                BatchIssueView.of(detected, LATER, NONE_UNKNOWN, null).deadline();

        assertThat(view.words().en())
                .contains("2026-06-07 17:00:00", "Asia/Shanghai")
                .doesNotContain("UTC");
        assertThat(view.dueAt()).isEqualTo("2026-06-07T09:00:00Z");
    }

    private static PlanDeadlineView deadline(Detected detected, Instant at) {
        Resolution none = new Resolution(ResolutionKind.NO_BATCH_ISSUE, "never shipped", "vera", at);
        return BatchIssueView.of(detected.dismiss(none), at.plus(Duration.ofDays(9)), NONE_UNKNOWN, null)
                .deadline();
    }

    @Test
    void setsOffEachMomentOfItsClockOnce() {
        Detected issue = Given.detected(REACHED, Given.PLAN);

        List<PlanMoment.Kind> told = new ArrayList<>();
        for (PlanMoment next = issue.next(); next != null; next = issue.next()) {
            told.add(next.kind());
            issue = issue.telling(next);
        }

        assertThat(told).containsExactly(PlanMoment.Kind.WARNED, PlanMoment.Kind.WARNED, PlanMoment.Kind.OVERDUE);
        assertThat(issue.file().history())
                .extracting(HistoryEntry::what)
                .containsExactly(
                        HistoryEntry.What.DETECTED,
                        HistoryEntry.What.PLAN_WARNED,
                        HistoryEntry.What.PLAN_WARNED,
                        HistoryEntry.What.PLAN_OVERDUE);
        assertThat(issue.file().history())
                .as("which of them, in the words of the policy")
                .extracting(HistoryEntry::after)
                .containsExactly(null, Duration.ofHours(24), Duration.parse("PT43H12M"), Duration.ofHours(48));
    }

    @Test
    void countsItsTimeFromTheEarliestMomentThatIsKnown() {
        IssueFile file = Given.detected(REACHED, Given.PLAN).file();

        IssueFile sooner = file.reached(REACHED.minusSeconds(10), LATER);

        assertThat(sooner.reachedAt()).isEqualTo(REACHED.minusSeconds(10));
        assertThat(sooner.history()).extracting(HistoryEntry::what).endsWith(HistoryEntry.What.REACHED_SOONER);
        assertThat(new Detected(sooner).next().at())
                .isEqualTo(new Detected(file).next().at().minusSeconds(10));
        assertThat(List.of(
                        file.reached(REACHED, LATER),
                        file.reached(REACHED.plusSeconds(1), LATER),
                        file.reached(null, LATER)))
                .containsOnly(file);
    }

    @Test
    void takesTheSamePlanOfTheSamePersonForARepetition() {
        EmergencyPlan plan = Given.plan("viktor", LATER);

        assertThat(plan.repeats(Given.plan("viktor", LATER.plusSeconds(60)))).isTrue();
        assertThat(plan.repeats(Given.plan("vera", LATER))).isFalse();
        assertThat(plan.repeats(new EmergencyPlan(
                        "vera", plan.containment(), plan.tellSisterOwners(), plan.lots(), "viktor", LATER, null)))
                .isFalse();
    }

    @Test
    void tellsThoseWhomThePlanConcernsAtOnceAndOperationsWhereThereIsNoPlan() {
        BatchIssueDetected promised =
                (BatchIssueDetected) IssueEvents.detected(Given.detected(REACHED, Given.PLAN), null, List.of(), 0);
        BatchIssueDetected unpromised =
                (BatchIssueDetected) IssueEvents.detected(Given.detected(REACHED, null), null, List.of(), 0);

        assertThat(promised.tell()).containsExactly(Addressee.VENDOR_OPS, Addressee.ACCOUNT_MANAGER);
        assertThat(promised.planDueAt()).isEqualTo("2026-06-07T09:00:00Z");
        assertThat(unpromised.tell()).containsExactly(Addressee.VENDOR_OPS);
        assertThat(unpromised.planDueAt()).isNull();
    }

    @Test
    void saysWhetherThePlanWasInTime() {
        Detected detected = Given.detected(REACHED, Given.PLAN);

        assertThat(initiated(detected, Instant.parse("2026-06-07T09:00:00.999Z"))
                        .inTime())
                .isTrue();
        assertThat(initiated(detected, Instant.parse("2026-06-07T09:00:01Z")).inTime())
                .isFalse();
        assertThat(initiated(Given.detected(REACHED, null), LATER).inTime()).isTrue();
    }

    @Test
    void keepsTheReasonOutOfLogs() {
        assertThat(new Resolution(ResolutionKind.REMEDIED, "Mr Example said so", "vera", LATER).toString())
                .doesNotContain("Example");
        assertThat(new ResolutionRequest(null, "Mr Example said so").toString()).doesNotContain("Example");
    }

    private static EmergencyPlanInitiated initiated(Detected detected, Instant at) {
        return (EmergencyPlanInitiated) IssueEvents.initiated(detected.initiate(Given.plan("viktor", at)), List.of());
    }
}
