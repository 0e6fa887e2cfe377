package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.endtoend.ledger.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 of the store under load. */
@FullRound
class StoreKilledIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** What no load of the machine explains. */
    private static final Duration HANGING = Duration.ofSeconds(10);

    /** From the kill until the store is ready again. */
    private record Outage(Instant from, Instant to) {}

    @Test
    void claimsAreRefusedAtOnceWhileTheStoreIsDownAndNothingIsLost() {
        try (Stage stage = Stage.set("store-killed")) {
            stage.claim(Round.of(100, 400), Round.of(5, 6));
            stage.pass(Duration.ofSeconds(2));
            List<Outage> outages = new ArrayList<>();
            Instant healed = Instant.now();
            for (int kill = 0; kill < Round.of(1, 3); kill++) {
                Instant from = Instant.now();
                stage.figures().add("store ready again", Figures.seconds(stage.crash("store", Duration.ofSeconds(10))));
                healed = Instant.now();
                outages.add(new Outage(from, healed));
                stage.pass(Duration.ofSeconds(6));
            }
            stage.verify(healed, Duration.ofSeconds(30));

            Duration slowest = Duration.ZERO;
            List<Attempt> failed = new ArrayList<>();
            for (Outage outage : outages) {
                // Also those that were answered with 201 at last: they must not have hung.
                Duration longest = stage.slowest(outage.from(), outage.to());
                slowest = longest.compareTo(slowest) > 0 ? longest : slowest;
                failed.addAll(stage.failures(outage.from(), outage.to()));
            }
            stage.figures().add("answers other than 201 during the outages", failed.size());
            stage.figures().add("slowest answer to who came during them", slowest, LIMIT);
            assertThat(failed)
                    .as("answers of 503 with Retry-After, and no other failures")
                    .isNotEmpty()
                    .allMatch(attempt -> attempt.status() == 503 && attempt.retryAfter());
            assertThat(slowest).as("nobody hangs").isLessThan(HANGING);
        }
    }
}
