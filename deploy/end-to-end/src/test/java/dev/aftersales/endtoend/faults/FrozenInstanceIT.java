package dev.aftersales.endtoend.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two instances of each service share the work; one is held still, loses its part of it, and wakes believing in it. */
@EnabledIfSystemProperty(named = "aftersales.round", matches = "full")
class FrozenInstanceIT {

    private static final Duration FROZEN = Duration.ofSeconds(30);

    @Test
    void frozenInstanceThatWakesChangesNothingThatOthersTookOver() {
        try (Stage stage = Stage.set("frozen-instance", suite -> suite.instances(2))) {
            List<String> frozen =
                    List.of("claims-service-2", "diagnosis-service-2", "logistics-service-2", "notification-service-2");
            stage.claim(900, 4);
            for (String instance : frozen) {
                stage.pass(Duration.ofSeconds(5));
                stage.suite().freeze(instance);
                stage.pass(FROZEN);
                stage.suite().thaw(instance);
            }
            // One instance of everything at the same moment.
            stage.pass(Duration.ofSeconds(5));
            frozen.forEach(stage.suite()::freeze);
            stage.pass(FROZEN);
            frozen.forEach(stage.suite()::thaw);
            Instant healed = Instant.now();

            stage.figures().add("instances frozen for 30 s", 2 * frozen.size());
            stage.verify(healed, Duration.ofSeconds(60));
        }
    }
}
