package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.failpoints.Entry;
import dev.aftersales.failpoints.Failpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A service ends exactly between the broker's acknowledgment of events and their mark in the outbox. */
@FullRound
class CrashBeforeMarkIT {

    private static final List<String> TELLING =
            List.of("claims-service", "diagnosis-service", "logistics-service", "notification-service");

    @Test
    void eachUnmarkedEventIsSentAgainUnderTheSameIdAndNothingIsDoneTwice() throws IOException {
        int hits = 50;
        try (Stage stage = Stage.set("crash-before-mark")) {
            // More than there is time for: the last service must have something to tell, too.
            stage.claim(1500, 6);
            Set<String> unmarked = new HashSet<>();
            for (String service : TELLING) {
                Path told = stage.file("before-mark-" + service);
                // It is ready before it crashes: with so much to tell it might not live to say so.
                Path armed = stage.file("armed-" + service);
                stage.suite()
                        .restart(
                                service,
                                Failpoints.option(
                                        "crash-before-mark:hits=" + hits + ":when=" + armed + ":file=" + told));
                Files.createFile(armed);
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> Entry.hits(told).size() >= hits);
                Entry.hits(told).forEach(hit -> unmarked.add(hit.value("event")));
                stage.awaitReady(service);
            }
            Sighting sighting = stage.allowingRepeatedMails(1).verify(Instant.now(), Duration.ofSeconds(30));

            Map<String, Long> sent = sighting.events().stream()
                    .collect(Collectors.groupingBy(Sighting.Event::id, Collectors.counting()));
            stage.figures().add("crashes", TELLING.size());
            stage.figures().add("events acknowledged and not marked at the crash", unmarked.size());
            assertThat(unmarked).hasSize(hits * TELLING.size()).allMatch(event -> sent.getOrDefault(event, 0L) > 1);
        }
    }
}
