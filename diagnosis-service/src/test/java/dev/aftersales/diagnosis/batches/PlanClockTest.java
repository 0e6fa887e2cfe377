package dev.aftersales.diagnosis.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.chassis.deadlines.DeadlineState;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A4.7: within 48 hours that elapse, nights, weekends and changes of clocks included. */
class PlanClockTest {

    private static final Instant FRIDAY = Instant.parse("2026-06-05T09:00:00Z");

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            2026-06-05T17:00:00+08:00[Asia/Shanghai],  2026-06-07T17:00:00+08:00[Asia/Shanghai],  Friday 17:00 is due Sunday 17:00
            2026-09-30T12:00:00+08:00[Asia/Shanghai],  2026-10-02T12:00:00+08:00[Asia/Shanghai],  holidays count
            2026-12-31T23:59:59+08:00[Asia/Shanghai],  2027-01-02T23:59:59+08:00[Asia/Shanghai],  over the end of the year
            2026-10-24T17:00:00+02:00[Europe/Berlin],  2026-10-26T16:00:00+01:00[Europe/Berlin],  clocks go back
            2026-03-28T17:00:00+01:00[Europe/Berlin],  2026-03-30T18:00:00+02:00[Europe/Berlin],  clocks go forward
            2026-06-05T17:00:00.999+08:00[Asia/Shanghai], 2026-06-07T17:00:00+08:00[Asia/Shanghai], whole seconds count
            """)
    void isDueAfterFortyEightHours(ZonedDateTime reached, ZonedDateTime due, String why) {
        PlanClock clock = clock(reached.toInstant());

        assertThat(clock.dueAt()).isEqualTo(due.toInstant());
        assertThat(clock.moments().getLast().at()).isEqualTo(due.toInstant().plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T09:00:00Z,     true",
        "2026-06-07T08:59:59Z,     true",
        "2026-06-07T09:00:00Z,     true",
        "2026-06-07T09:00:00.999Z, true",
        "2026-06-07T09:00:01Z,     false",
        "2026-06-08T09:00:00Z,     false"
    })
    void isInTimeAsLongAsTheDueSecondLasts(Instant started, boolean inTime) {
        PlanClock clock = clock(FRIDAY);

        assertThat(clock.isInTime(started)).isEqualTo(inTime);
        assertThat(PlanDeadlineView.of(Given.detected(FRIDAY, Given.PLAN).file(), started, started)
                        .state())
                .isEqualTo(inTime ? DeadlineState.MET : DeadlineState.BREACHED);
    }

    /** Somebody orders the plan in the very second in which another instance tells that it is late. */
    @Test
    void isNotInTimeOnceItWasToldThatItIsLate() {
        Instant order = Instant.parse("2026-06-07T09:00:00.700Z");
        Detected running = Given.detected(FRIDAY, Given.PLAN);
        Detected late = running;
        for (PlanMoment moment : clock(FRIDAY).moments()) {
            late = late.telling(moment);
        }

        assertThat(running.notBeforeTold(order)).isEqualTo(order);
        assertThat(late.notBeforeTold(order)).isEqualTo(Instant.parse("2026-06-07T09:00:01Z"));
        assertThat(clock(FRIDAY).isInTime(late.notBeforeTold(order))).isFalse();
        assertThat(late.notBeforeTold(order.plusSeconds(60))).isEqualTo(order.plusSeconds(60));
    }

    @Test
    void warnsAtHalfAndAtNineTenthsOfItsTimeAndThenSaysThatItIsOver() {
        assertThat(clock(FRIDAY).moments())
                .containsExactly(
                        new PlanMoment(
                                PlanMoment.Kind.WARNED, Duration.ofHours(24), Instant.parse("2026-06-06T09:00:00Z")),
                        new PlanMoment(
                                PlanMoment.Kind.WARNED,
                                Duration.parse("PT43H12M"),
                                Instant.parse("2026-06-07T04:12:00Z")),
                        new PlanMoment(
                                PlanMoment.Kind.OVERDUE, Duration.ofHours(48), Instant.parse("2026-06-07T09:00:01Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-06T08:59:59Z, RUNNING",
        "2026-06-06T09:00:00Z, WARNED",
        "2026-06-07T09:00:00Z, WARNED",
        "2026-06-07T09:00:01Z, BREACHED"
    })
    void showsHowItStands(Instant asOf, DeadlineState state) {
        PlanDeadlineView deadline =
                PlanDeadlineView.of(Given.detected(FRIDAY, Given.PLAN).file(), asOf, null);

        assertThat(deadline.state()).isEqualTo(state);
        assertThat(deadline.words().en()).contains("within 48", "A4.7", "Due: Sun 2026-06-07 17:00:00");
        assertThat(deadline.words().zh()).contains("应急方案", "A4.7", "期限");
    }

    @Test
    void promisesNothingWhereThePolicyDoesNot() {
        Detected detected = Given.detected(FRIDAY, null);

        assertThat(PlanClock.of(detected.file())).isNull();
        assertThat(detected.next()).isNull();
        assertThat(PlanDeadlineView.of(detected.file(), FRIDAY, null).state()).isEqualTo(DeadlineState.NO_COMMITMENT);
    }

    @Test
    void refusesAPromiseOfPartsOfAnHour() {
        Plan odd = new Plan(Duration.ofMinutes(90), List.of(), Given.PLAN.told(), null);

        assertThatIllegalArgumentException().isThrownBy(() -> PlanClock.of(Given.terms(odd), FRIDAY));
    }

    private static PlanClock clock(Instant reachedAt) {
        return Objects.requireNonNull(PlanClock.of(Given.terms(Given.PLAN), reachedAt));
    }
}
