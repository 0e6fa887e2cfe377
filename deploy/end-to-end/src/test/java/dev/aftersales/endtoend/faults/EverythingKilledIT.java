package dev.aftersales.endtoend.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Broker, store, mail server, gateway and services killed at one moment, and started again at one moment. */
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
            // More than there is time for, so that each kill falls into the load.
            stage.claim(Round.of(300, 1500), Round.of(5, 6));
            for (int kill = 0; kill < Round.of(1, 3); kill++) {
                stage.pass(Duration.ofSeconds(Round.of(3, 6)));
                atOnce(stage, stage.suite()::kill);
                stage.pass(Duration.ofSeconds(2));
                Instant from = Instant.now();
                atOnce(stage, stage.suite()::restart);
                stage.figures()
                        .add("all ready after the cold start", Figures.seconds(Duration.between(from, Instant.now())));
            }
            Instant healed = Instant.now();
            stage.load().finish(Duration.ofMinutes(1));
            stage.allowingRepeatedMails(Round.of(1, 3)).verify(healed, Duration.ofSeconds(60));
        }
    }

    private static void atOnce(Stage stage, java.util.function.Consumer<String> act) {
        CompletableFuture.allOf(PARTS.stream()
                        .map(part -> CompletableFuture.runAsync(() -> act.accept(part), task -> Thread.ofVirtual()
                                .start(task)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
