package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two instances of each service share the work; one is held still, loses its part of it, and wakes believing in it. */
@FullRound
class FrozenInstanceIT {

    private static final Duration FROZEN = Duration.ofSeconds(30);

    @Test
    void frozenInstanceThatWakesChangesNothingThatOthersTookOver() {
        try (Stage stage = Stage.set("frozen-instance", suite -> suite.instances(2))) {
            List<String> frozen =
                    List.of("claims-service-2", "diagnosis-service-2", "logistics-service-2", "notification-service-2");
            stage.claim(500, 4);
            for (int time = 0; time < 2; time++) {
                stage.pass(Duration.ofSeconds(10));
                frozen.forEach(stage.suite()::freeze);
                stage.pass(FROZEN);
                frozen.forEach(stage.suite()::thaw);
            }
            Instant healed = Instant.now();

            stage.figures().add("instances frozen for 30 s", 2 * frozen.size());
            stage.verify(healed, Duration.ofSeconds(60));
            long refused = frozen.stream()
                    .mapToLong(instance -> refusals(stage.suite().log(instance)))
                    .sum();
            stage.figures().add("late commits of frozen instances that the broker refused", refused);
            assertThat(refused)
                    .as("somebody had taken over what a frozen instance had in hand")
                    .isPositive();
        }
    }

    private static long refusals(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Offset commit failed")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
