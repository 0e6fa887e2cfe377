package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.endtoend.ledger.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SIGTERM to each instance of each service in turn, as a new version is rolled out, twice over. */
@FullRound
class RollingStopIT {

    private static final List<String> SERVICES =
            List.of("claims-service", "diagnosis-service", "logistics-service", "notification-service");

    @Test
    void customersDoNotNoticeThatInstancesStopAndStart() {
        try (Stage stage = Stage.set("rolling-stop", suite -> suite.instances(2))) {
            stage.claim(1200, 5);
            stage.pass(Duration.ofSeconds(2));
            Instant from = Instant.now();
            List<Duration> stops = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                for (String service : SERVICES) {
                    for (String instance : List.of(service, service + "-2")) {
                        Instant asked = Instant.now();
                        stage.suite().stop(instance);
                        stops.add(Duration.between(asked, Instant.now()));
                        stage.suite().start(instance);
                    }
                }
            }
            Instant to = Instant.now();
            stage.load().finish(Duration.ofMinutes(1));
            List<Attempt> failed = stage.failures(from, to);

            stage.figures().add("stops", stops.size());
            stage.figures().add("slowest exit", Collections.max(stops), Duration.ofSeconds(30));
            stage.figures().shouldBeNone("requests that failed", failed.size());
            failed.stream().limit(5).forEach(attempt -> stage.figures()
                    .add("  " + attempt.what(), attempt.status() + " " + attempt.outcome()));
            assertThat(failed).as("requests that failed").isEmpty();
            stage.verify(to, Duration.ofSeconds(30));
        }
    }
}
