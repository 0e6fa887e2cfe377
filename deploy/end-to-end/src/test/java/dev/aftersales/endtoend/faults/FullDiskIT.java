package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Attempt;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the store, then the one under the broker, is full for a while under load. */
@FullRound
class FullDiskIT {

    private static final int DISK_MEGABYTES = 320;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aFullStoreRefusesClaimsAtOnceLosesNoneAndHealsByItself(@TempDir Path directory) {
        try (SmallDisk disk = SmallDisk.mountedAt(directory, DISK_MEGABYTES);
                Stage stage = Stage.set("full-disk-store", suite -> suite.keeping("store", disk.directory()))) {
            Map<String, Long> pids = pids(stage);
            stage.load().hesitate(Duration.ofSeconds(4));
            stage.claim(240, 4);
            stage.pass(Duration.ofSeconds(8));

            disk.fill();
            Instant full = Instant.now();
            await().atMost(PATIENCE)
                    .alias("evidence and claims are refused")
                    .until(() -> outOfSpace(stage, "evidence", full) > 0 && outOfSpace(stage, "claim", full) > 0);
            stage.pass(FULL);
            assertThatReadsGoOn(stage);
            assertThat(stage.observer().deadLetters())
                    .as("dead letters while the disk is full")
                    .isEmpty();
            disk.free();
            Instant freed = Instant.now();
            await().atMost(PATIENCE).alias("photos are accepted again").until(() -> stage.ledger().attempts().stream()
                    .anyMatch(one -> acceptedSince(freed, one)));
            stage.load().awaitOutcomes(PATIENCE);

            List<Attempt> failed = stage.failures(full, Instant.now());
            tellRefusals(stage, failed, full, freed);
            assertThat(failed.stream()
                            .filter(one -> one.status() != 507 && one.status() != 503 || !one.retryAfter())
                            .toList())
                    .as("answers other than 507 or 503 with Retry-After")
                    .isEmpty();
            stage.verify(freed, Duration.ofSeconds(60));
            assertThat(stage.observer().deadLetters()).as("dead letters").isEmpty();
            assertThat(pids(stage)).as("processes").isEqualTo(pids);
        }
    }

    @Test
    void aFullBrokerFailsNoClaimAndHealsByItself(@TempDir Path directory) {
        try (SmallDisk disk = SmallDisk.mountedAt(directory, DISK_MEGABYTES);
                Stage stage = Stage.set("full-disk-broker", suite -> suite.keeping("broker", disk.directory()))) {
            Map<String, Long> pids = pids(stage);
            stage.claim(300, 5);
            stage.pass(Duration.ofSeconds(5));

            disk.fill();
            Instant full = Instant.now();
            await().atMost(PATIENCE).alias("the broker has ended").until(() -> !brokerListens(stage));
            stage.figures().add("broker gone after", Figures.seconds(Duration.between(full, Instant.now())));
            stage.pass(FULL);
            disk.free();
            Instant freed = Instant.now();
            await().atMost(PATIENCE).alias("the broker is back").until(() -> brokerListens(stage));
            Instant healed = Instant.now();
            stage.figures().add("broker back, from free space", Figures.seconds(Duration.between(freed, healed)));
            stage.load().awaitOutcomes(Duration.ofMinutes(2));

            assertThat(stage.failures(full, Instant.now()))
                    .as("POSTs that failed")
                    .isEmpty();
            stage.figures().shouldBeNone("POSTs that failed", 0);
            stage.verify(healed, Duration.ofSeconds(60));
            assertThat(stage.observer().deadLetters()).as("dead letters").isEmpty();
            pids.remove("broker");
            assertThat(pids(stage)).as("processes but the broker").containsAllEntriesOf(pids);
        }
    }

    private static long outOfSpace(Stage stage, String what, Instant since) {
        return stage.failures(since, Instant.now()).stream()
                .filter(one -> one.what().equals(what) && one.status() == 507)
                .count();
    }

    /** A photo is always something new; a claim may be a repeat, which needs no room. */
    private static boolean acceptedSince(Instant freed, Attempt attempt) {
        return attempt.what().equals("evidence")
                && attempt.status() == 201
                && !attempt.ended().isBefore(freed);
    }

    private static void assertThatReadsGoOn(Stage stage) {
        Gateway gateway =
                new Gateway(stage.suite().url("gateway"), stage.suite().url("issuer"));
        String claim = stage.ledger().claims().values().stream()
                .flatMap(tried -> tried.accepted().stream())
                .findFirst()
                .orElseThrow();
        for (String path : List.of("/api/v1/claims/" + claim, "/api/v1/claims/" + claim + "/timeline")) {
            Answer answer = gateway.get("maria", path);
            assertThat(answer.status())
                    .as("%s while the disk is full: %s", path, answer)
                    .isEqualTo(200);
        }
    }

    private static void tellRefusals(Stage stage, List<Attempt> failed, Instant full, Instant freed) {
        Map<String, Integer> kinds = new TreeMap<>();
        failed.forEach(one -> kinds.merge(one.what() + " " + one.status(), 1, Integer::sum));
        stage.figures().add("refusals", kinds);
        failed.stream().map(Attempt::ended).min(Comparator.naturalOrder()).ifPresent(first -> stage.figures()
                .add("first refusal after the disk was full", Figures.seconds(Duration.between(full, first))));
        stage.figures()
                .add(
                        "slowest refusal",
                        failed.stream()
                                .map(Attempt::took)
                                .max(Comparator.naturalOrder())
                                .orElse(Duration.ZERO),
                        LIMIT);
        stage.figures()
                .shouldBeNone(
                        "slower than 2 s",
                        failed.stream()
                                .filter(one -> one.took().compareTo(LIMIT) > 0)
                                .count());
        stage.ledger().attempts().stream()
                .filter(one -> acceptedSince(freed, one))
                .map(Attempt::ended)
                .min(Comparator.naturalOrder())
                .ifPresent(first -> stage.figures()
                        .add(
                                "first photo accepted after there was room",
                                Figures.seconds(Duration.between(freed, first))));
    }

    private static Map<String, Long> pids(Stage stage) {
        Map<String, Long> pids = new TreeMap<>();
        stage.suite().parts().forEach(part -> pids.put(part, stage.suite().pid(part)));
        return pids;
    }

    /** Whether the broker runs and listens. */
    private static boolean brokerListens(Stage stage) {
        try (Socket socket = new Socket()) {
            stage.suite().pid("broker");
            socket.connect(
                    new InetSocketAddress("127.0.0.1", stage.suite().ports().broker()), 1000);
            return true;
        } catch (IOException | IllegalStateException down) {
            return false;
        }
    }
}
