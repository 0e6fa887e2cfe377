package dev.aftersales.endtoend.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Broker, store, gateway and services killed at one moment; whoever watches over them starts them again, and no hand. */
class EverythingKilledIT {

    private static final List<String> PARTS = List.of(
            "gateway",
            "claims-service",
            "diagnosis-service",
            "logistics-service",
            "notification-service",
            "broker",
            "store");

    @Test
    void coldStartLosesNothingAndNeedsNoHand() {
        try (Stage stage = Stage.set("everything-killed")) {
            // More than there is time for, so that each kill falls into the load. They come while all is down, too: at
            // a
            // rate of which two cores that have just started can do the backlog.
            stage.claim(Round.of(300, 750), Round.of(5, 3));
            for (int kill = 0; kill < Round.of(1, 3); kill++) {
                stage.pass(Duration.ofSeconds(Round.of(3, 6)));
                Instant from = Instant.now();
                Map<String, Long> killed = new HashMap<>();
                PARTS.forEach(part -> killed.put(part, stage.suite().pid(part)));
                killed.values()
                        .forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
                PARTS.forEach(part -> stage.awaitAnother(part, killed.get(part)));
                stage.figures().add("all ready again after", Figures.seconds(Duration.between(from, Instant.now())));
            }
            Instant healed = Instant.now();
            stage.allowingRepeatedMails(Round.of(1, 3)).verify(healed, Duration.ofSeconds(60));
        }
    }
}
