package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.deadletters.DeadLetter;
import dev.aftersales.chassis.deadletters.DeadLetters;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class RadarIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @LocalServerPort
    int port;

    @Autowired
    RadarRunner runner;

    @Autowired
    DeadLetters deadLetters;

    @Test
    void opensABatchIssueByTheThirtiethUnit() {
        // Given
        FailingUnits units = FailingUnits.fresh().policy(1, NOW.minus(Duration.ofDays(60)), FailingUnits.PER_CUSTOMER);
        for (int unit = 1; unit <= 29; unit++) {
            units.claimed("S-" + unit, NOW.minus(Duration.ofHours(40 - unit)));
        }
        units.claimed("S-1", NOW.minusSeconds(120)).claimed("S-2", NOW.minusSeconds(60));

        // When
        units.claimed("S-30", NOW);

        // Then
        Message detected = units.awaitDetected(1).getFirst();
        ContractCheck.keepsItsContract(detected);
        assertThat(Instant.parse(detected.at("$.reachedAt"))).isEqualTo(NOW);
        assertThat(detected.<Integer>at("$.units")).isEqualTo(30);
        assertThat(detected.<Integer>at("$.episode")).isEqualTo(1);
        assertThat(units.detected()).hasSize(1);
    }

    @Test
    void countsByANewGroupingBesideTheOldOneAndThenInItsPlace() {
        FailingUnits units = FailingUnits.fresh().policy(1, NOW.minus(Duration.ofDays(60)), FailingUnits.PER_CUSTOMER);
        for (int unit = 1; unit <= 30; unit++) {
            units.claimed("S-" + unit, NOW.minus(Duration.ofHours(40 - unit)));
        }
        Message before = units.awaitDetected(1).getFirst();

        units.policy(2, NOW, FailingUnits.OVER_ALL);

        Message after = units.awaitDetected(2).getLast();
        assertThat(after.<String>at("$.groupId")).isNotEqualTo(before.at("$.groupId"));
        assertThat(Instant.parse(after.at("$.reachedAt"))).isEqualTo(NOW);
        await().atMost(FailingUnits.PATIENCE)
                .untilAsserted(() -> assertThat(runner.applications()).hasSize(1));
        units.of("sudwind").claimed("S-31", NOW.plusMillis(1));
        assertThat(units.detected()).hasSize(2);
    }

    @Test
    void keepsWhatCannotBeReadAndTakesInWhatIsRedriven() {
        // Given
        FailingUnits units = FailingUnits.fresh().policy(1, NOW.minus(Duration.ofDays(60)), FailingUnits.PER_CUSTOMER);
        for (int unit = 1; unit <= 29; unit++) {
            units.claimed("S-" + unit, NOW.minus(Duration.ofHours(40 - unit)));
        }
        String poison = "clm-" + UUID.randomUUID();
        units.said(poison, "{\"claimId\":7,");
        DeadLetter letter = await().atMost(FailingUnits.PATIENCE)
                .until(
                        () -> deadLetters
                                .list(DeadLetter.Status.DEAD, Instant.now().plusSeconds(60), 1000)
                                .stream()
                                .filter(one -> poison.equals(one.key())
                                        && one.consumer().endsWith(".radar"))
                                .findAny(),
                        Optional::isPresent)
                .orElseThrow();
        Api olga = Api.at(port).as(People.OLGA);
        assertThat(olga.post("/ops/v1/dead-letters/" + letter.id() + "/redrive", "{}")
                        .status())
                .isEqualTo(409);

        // When: of one that an earlier version could not read
        String mended = "clm-" + UUID.randomUUID();
        deadLetters.bury(letter.consumer(), units.submission(mended, "S-30", NOW), new IllegalStateException(), 1);
        String id = deadLetters.list(DeadLetter.Status.DEAD, Instant.now().plusSeconds(60), 1000).stream()
                .filter(one -> mended.equals(one.key()))
                .findAny()
                .orElseThrow()
                .id();
        assertThat(olga.post("/ops/v1/dead-letters/" + id + "/redrive", "{}").status())
                .isEqualTo(200);

        // Then
        Message detected = units.awaitDetected(1).getFirst();
        assertThat(Instant.parse(detected.at("$.reachedAt"))).isEqualTo(NOW);
    }

    @Test
    void isPartOfLiveness() {
        assertThat(Api.at(port).get("/actuator/health/liveness").<String>at("$.components.radar.status"))
                .isEqualTo("UP");
    }
}
