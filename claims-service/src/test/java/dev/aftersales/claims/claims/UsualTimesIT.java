package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.claims.deadlines.UsualTime;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.testing.ServiceIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class UsualTimesIT {

    private static final Instant NOON = Instant.parse("2026-06-05T04:00:00Z");

    @Autowired
    AggregatesFactory factory;

    @Autowired
    Claims claims;

    private final String vendor = unique("vendor");
    private UsualTimes usual;

    @BeforeEach
    void nothingMeasuredYet() {
        usual = new UsualTimes(claims, 10, Clock.systemUTC());
    }

    @Test
    void isTheTimeWithinWhichHalfAndNineOfTenAreDone() {
        // Given: ten that took one hour to ten, and one that is on its way
        for (int hours = 1; hours <= 10; hours++) {
            keep(Duration.ofHours(hours));
        }
        keep();

        // When
        var measured = usual.of(vendor, Milestone.CLAIM_RECEIVED, Milestone.ACK_SENT);

        // Then
        assertThat(measured).contains(new UsualTime.Measured(Duration.ofHours(5), Duration.ofHours(9), 10));
    }

    @Test
    void isNotCutToWholeSeconds() {
        keep(Duration.ofMillis(412));

        assertThat(new UsualTimes(claims, 1, Clock.systemUTC())
                        .of(vendor, Milestone.CLAIM_RECEIVED, Milestone.ACK_SENT))
                .contains(new UsualTime.Measured(Duration.ofMillis(412), Duration.ofMillis(412), 1));
    }

    @Test
    void countsTheFirstOfSeveralOfOneKind() {
        keep(Duration.ofHours(3), Duration.ofHours(1));

        assertThat(new UsualTimes(claims, 1, Clock.systemUTC())
                        .of(vendor, Milestone.CLAIM_RECEIVED, Milestone.ACK_SENT))
                .contains(new UsualTime.Measured(Duration.ofHours(1), Duration.ofHours(1), 1));
    }

    @Test
    void isNotTakenFromFewerClaimsThanAreNeeded() {
        for (int hours = 1; hours <= 9; hours++) {
            keep(Duration.ofHours(hours));
        }

        assertThat(usual.of(vendor, Milestone.CLAIM_RECEIVED, Milestone.ACK_SENT))
                .contains(new UsualTime.NotYet(9, 10));
    }

    @Test
    void isUnknownWhereNothingWentThroughTheStage() {
        keep(Duration.ofHours(1));

        assertThat(usual.of(vendor, Milestone.CLAIM_RECEIVED, Milestone.DIAGNOSIS_CONCLUDED))
                .contains(new UsualTime.NotYet(0, 10));
        assertThat(usual.of(unique("other"), Milestone.CLAIM_RECEIVED, Milestone.ACK_SENT))
                .contains(new UsualTime.NotYet(0, 10));
        assertThat(usual.of(vendor, null, Milestone.ACK_SENT)).isEmpty();
    }

    /** Nobody looked for the fault before the customer asked what the repair costs, or not at all. */
    @Test
    void anAnswerWithoutADiagnosisMakesNoDiagnosisSeemQuick() {
        // Given
        keepHappened(milestone(Milestone.ANSWERED_UNDIAGNOSED, 0));
        keepHappened(
                milestone(Milestone.ANSWERED_UNDIAGNOSED, 0),
                milestone(Milestone.DIAGNOSIS_REQUESTED, 10),
                milestone(Milestone.DIAGNOSIS_CONCLUDED, 12));

        // When
        var measured = new UsualTimes(claims, 1, Clock.systemUTC())
                .of(vendor, Milestone.CLAIM_RECEIVED, Milestone.DIAGNOSIS_CONCLUDED);

        // Then
        assertThat(measured).contains(new UsualTime.Measured(Duration.ofHours(2), Duration.ofHours(2), 1));
    }

    private static Milestone milestone(String event, int hours) {
        return new Milestone(event, NOON.plus(Duration.ofHours(hours)), List.of(1));
    }

    private void keep(Duration... acknowledgedAfter) {
        keepHappened(Stream.of(acknowledgedAfter)
                .map(after -> new Milestone(Milestone.ACK_SENT, NOON.plus(after), List.of(1)))
                .toArray(Milestone[]::new));
    }

    private void keepHappened(Milestone... happened) {
        List<Milestone> milestones = new ArrayList<>(List.of(milestone(Milestone.CLAIM_RECEIVED, 0)));
        milestones.addAll(List.of(happened));
        Aggregates<Claim> stored = factory.of(ClaimType.TYPE);
        Claim claim = Claim.submitted(
                        unique("clm"),
                        vendor,
                        "nordwind",
                        new CustomerRef("cus-1", 1),
                        "maria",
                        NOON,
                        "A-1",
                        null,
                        null,
                        "X1",
                        "E-42",
                        "d",
                        null,
                        Particulars.NONE,
                        List.of(),
                        List.of(),
                        List.of(ClaimLine.claimed(new UnitLine(1, "S-1", 1))),
                        new FirstAnswer("h", 201, "/l", "{}"))
                .change()
                .clocks(new ClaimClocks(null, milestones, List.of(), List.of(), null, null))
                .done();
        stored.insert(claim.id(), Change.of(claim));
    }
}
