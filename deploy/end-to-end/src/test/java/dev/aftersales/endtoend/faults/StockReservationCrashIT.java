package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.failpoints.Entry;
import dev.aftersales.failpoints.Failpoints;
import dev.aftersales.failpoints.StockStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * logistics-service ends at each step of a stock reservation once. The steps of a late duplicate are left out: stock
 * remembers the last 256 departures of a part, so that on a running suite a process would have to sleep through as many.
 */
@FullRound
class StockReservationCrashIT {

    private static final String SERVICE = "logistics-service";

    @Test
    void noPartIsReservedTwiceAndNoneLeaks() throws IOException {
        List<StockStep> steps = steps();
        try (Stage stage = Stage.set("stock-reservation-crash")) {
            StockSituations situations = new StockSituations(stage, steps);
            for (StockStep step : steps) {
                // This start also finishes what the crash before has left; only then is the next one armed.
                Path told = stage.file(step.name());
                Path armed = stage.file(step.name() + "-armed");
                stage.suite().restart(SERVICE, Failpoints.option(step.crash(told, armed)));
                finish(stage, situations);
                Files.createFile(armed);
                situations.bringAbout(step);
                awaitHit(step, told);
            }
            stage.suite().restart(SERVICE);
            Instant healed = Instant.now();
            finish(stage, situations);
            situations.deliverWhatIsWaitedFor();

            stage.figures().add("steps at which it crashed", steps.size());
            Sighting sighting = stage.verify(healed, Duration.ofSeconds(30));

            stage.figures().add("parts still reserved", sighting.reservations().size());
            assertThat(sighting.shipments())
                    .as("shipments that still wait for stock")
                    .extracting(Sighting.Shipment::stage)
                    .doesNotContain("Requested", "Backordered");
        }
    }

    private static void finish(Stage stage, StockSituations situations) {
        situations.insist();
        stage.awaitQuiet();
    }

    private static List<StockStep> steps() {
        return Stream.of(StockStep.values())
                .filter(step -> step.situation() != StockStep.Situation.LATE_DUPLICATE)
                .toList();
    }

    private static void awaitHit(StockStep step, Path told) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .alias("crash at " + step)
                .failFast("the place of " + step + " is not in the service", () -> Entry.in(told).stream()
                        .anyMatch(entry -> entry.what() == Entry.What.MISSING))
                .until(() -> !Entry.hits(told).isEmpty());
    }
}
