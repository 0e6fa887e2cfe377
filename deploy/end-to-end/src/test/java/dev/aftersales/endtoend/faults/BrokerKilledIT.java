package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.endtoend.ledger.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 of the broker under load. */
@FullRound
class BrokerKilledIT {

    @Test
    void claimsAreAcceptedWhileTheBrokerIsDownAndNothingIsLost() {
        try (Stage stage = Stage.set("broker-killed")) {
            stage.claim(Round.of(60, 450), Round.of(5, 6));
            stage.pass(Duration.ofSeconds(2));
            Instant first = Instant.now();
            for (int kill = 0; kill < Round.of(1, 3); kill++) {
                stage.figures()
                        .add(
                                "broker ready again",
                                Figures.seconds(stage.crash("broker", Duration.ofSeconds(Round.of(5, 10)))));
                stage.pass(Duration.ofSeconds(5));
            }
            Instant healed = Instant.now();
            stage.verify(healed, Duration.ofSeconds(60));

            List<Attempt> failed = stage.failures(first, Instant.now());
            stage.figures().shouldBeNone("POSTs that failed", failed.size());
            stage.figures().add("slowest POST", stage.slowest(first, healed), Duration.ofSeconds(2));
            assertThat(failed).as("POSTs that failed").isEmpty();
        }
    }
}
