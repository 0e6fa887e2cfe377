package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.endtoend.ledger.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 of the store under load. */
class StoreKilledIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void claimsAreRefusedAtOnceWhileTheStoreIsDownAndNothingIsLost() {
        try (Stage stage = Stage.set("store-killed")) {
            stage.claim(Round.of(100, 400), Round.of(5, 6));
            stage.pass(Duration.ofSeconds(2));
            List<Attempt> failed = new ArrayList<>();
            Instant healed = Instant.now();
            for (int kill = 0; kill < Round.of(1, 3); kill++) {
                Instant from = Instant.now();
                stage.figures().add("store ready again", Figures.seconds(stage.crash("store", Duration.ofSeconds(10))));
                healed = Instant.now();
                stage.pass(Duration.ofSeconds(6));
                failed.addAll(stage.failures(from, Instant.now()));
            }
            List<Attempt> slow = failed.stream()
                    .filter(attempt -> attempt.took().compareTo(LIMIT) > 0)
                    .toList();

            stage.figures().add("answers other than 201 around the outages", failed.size());
            stage.figures()
                    .add(
                            "slowest of them",
                            failed.stream()
                                    .map(Attempt::took)
                                    .max(Comparator.naturalOrder())
                                    .orElse(Duration.ZERO),
                            LIMIT);
            stage.figures().shouldBeNone("slower than 2 s", slow.size());
            assertThat(failed.stream()
                            .filter(attempt -> attempt.status() != 503 || !attempt.retryAfter())
                            .toList())
                    .as("answers other than 503 with Retry-After")
                    .isEmpty();
            stage.verify(healed, Duration.ofSeconds(30));
        }
    }
}
