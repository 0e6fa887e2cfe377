package dev.aftersales.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.endtoend.ledger.Sighting;
import dev.aftersales.local.gateway.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The thirtieth unit rings once, with its own clock, and tells each person once, whatever becomes of those who count
 * meanwhile (A4.7).
 *
 * <p>How soon it rings again is made of the start of the service, the tables and the stores that the radar reads and opens
 * before it counts (some seconds, more on a busy machine), and, where another instance takes over, the ten seconds in which
 * the group misses the one that died.
 */
@FullRound
class BatchRadarIT {

    private static final String FIRST = "diagnosis-service";
    private static final String SECOND = "diagnosis-service-2";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** What the radar reads. */
    private static final List<String> POISONED =
            List.of("claims", "diagnosis", "units", "batch-issues", "policies", "fault-catalogue");

    private static final long BAD = 24;

    private static Setting setting;
    private static Gateway gateway;
    private static Figures figures;

    @BeforeAll
    static void start() {
        Round.refuseWhenLate("batch-radar");
        setting = Setting.of("batch-radar", suite -> suite.instances(FIRST, 2));
        gateway = setting.suite().gateway();
        figures = new Figures("batch-radar");
    }

    @AfterAll
    static void stop() {
        if (setting != null) {
            figures.tell();
            setting.close();
        }
    }

    @Test
    void ringsOnceWhenItsServiceIsKilledBetweenTheUnits() {
        setting.suite().stop(SECOND);
        ProductionLot lot = entered("KIL", 31);
        ProductionLot busy = entered("BSY", 1_000);
        lot.claim(1, 29);

        // It dies over this one, in a transaction.
        busy.claim(1, 1_000);
        setting.suite().kill(FIRST);
        Instant killed = Instant.now();
        Instant thirtieth = lot.claim(30, 1);
        setting.suite().start(FIRST);
        Duration ready = Duration.between(killed, Instant.now());
        JsonNode issue = lot.awaitIssue(30);
        figures.add("killed, its service is ready again after", Figures.seconds(ready));
        figures.add("killed, rings after", after(killed, issue), RECOVERY);
        lot.claim(31, 1);

        toldOnce(lot, 31, thirtieth);
        setting.suite().start(SECOND);
    }

    @Test
    void ringsOnceWhenAllItCountedIsLostAndBadRecordsLieAmongTheUnits() {
        setting.suite().stop(SECOND);
        ProductionLot rung = entered("RNG", 31);
        Instant before = rung.claim(1, 30);
        rung.awaitIssue(30);
        ProductionLot lot = entered("WIP", 30);
        lot.claim(1, 29);
        lot.awaitCounted(29);

        setting.suite().stop(FIRST);
        delete(setting.directory().resolve("suite").resolve("radar"));
        poison();
        Instant begun = Instant.now();
        Instant thirtieth = lot.claim(30, 1);
        setting.suite().start(FIRST);
        JsonNode issue = lot.awaitIssue(30);
        figures.add("what it counted is lost, rings after", after(begun, issue), RECOVERY);
        rung.claim(31, 1);

        toldOnce(lot, 30, thirtieth);
        toldOnce(rung, 31, before);
        try (Operator olga = new Operator(setting.suite())) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(olga.letters("diagnosis", "DEAD", "").stream()
                            .filter(letter -> letter.path("consumer").asString().equals(FIRST + ".radar"))
                            .collect(Collectors.groupingBy(
                                    letter -> letter.path("topic").asString(), Collectors.counting())))
                    .isEqualTo(POISONED.stream().collect(Collectors.toMap(topic -> topic, topic -> BAD))));
        }
        setting.suite().start(SECOND);
    }

    @Test
    void ringsOnceWhileInstancesComeAndGo() {
        List<ProductionLot> lots =
                Stream.of("ONE", "TWO").map(name -> entered(name, 45)).toList();
        Map<ProductionLot, Instant> thirtieth = new HashMap<>();
        AtomicInteger claimed = new AtomicInteger();
        CompletableFuture<Instant> killed = new CompletableFuture<>();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            for (int unit = 1; unit <= 45; unit++) {
                if (unit == 30) {
                    killed.join();
                }
                for (ProductionLot lot : lots) {
                    Instant at = lot.claim(unit, 1);
                    if (unit == 30) {
                        thirtieth.put(lot, at);
                    }
                }
                claimed.set(unit);
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
        });
        awaitClaimed(load, claimed, 5);
        setting.suite().kill(SECOND);
        setting.suite().start(SECOND);
        awaitClaimed(load, claimed, 29);
        setting.suite().kill(FIRST);
        killed.complete(Instant.now());
        awaitClaimed(load, claimed, 32);
        setting.suite().start(FIRST);
        setting.suite().restart(SECOND);
        load.join();

        for (ProductionLot lot : lots) {
            toldOnce(lot, 45, thirtieth.get(lot));
        }
        figures.add("one of two killed, the other rings after", slowest(killed.join(), lots, 45), RECOVERY);
    }

    @Test
    void ringsOnceForManyUnitsAtOnce() {
        ProductionLot large = entered("LRG", 1_000);
        Instant claimed = large.claim(1, 1_000);
        figures.add("a claim of 1,000 lines rings after", after(claimed, large.awaitIssue(1_000)), AT_ONCE);
        toldOnce(large, 1_000, claimed);

        // Each unit is claimed five times, and is one.
        List<ProductionLot> many = IntStream.range(0, 4)
                .mapToObj(lot -> entered("MN" + lot, 1_500))
                .toList();
        ProductionLot few = entered("FEW", 29);
        Map<ProductionLot, Instant> first = new HashMap<>();
        Instant begun = Instant.now();
        for (int claim = 0; claim < 100; claim++) {
            ProductionLot lot = many.get(claim % many.size());
            Instant at = lot.claim(1 + claim / many.size() % 5 * 300, 300);
            first.putIfAbsent(lot, at);
        }
        figures.add(
                "100 claims of 300 lines accepted in", Duration.between(begun, Instant.now()), Duration.ofMinutes(1));
        few.claim(1, 29);
        few.awaitCounted(29);
        figures.add("all of their units counted after", Figures.seconds(Duration.between(begun, Instant.now())));
        for (ProductionLot lot : many) {
            toldOnce(lot, 1_500, first.get(lot));
        }
        figures.add(
                "the slowest of their four alarms rings after",
                many.stream()
                        .map(lot -> after(first.get(lot), lot.awaitIssue(1_500)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                AT_ONCE);
        assertThat(few.issues()).isEmpty();
        assertThat(ProductionLot.named(gateway, ""))
                .as("issues of units whose lot nobody knows")
                .isEmpty();
    }

    private static ProductionLot entered(String name, int units) {
        ProductionLot lot = ProductionLot.entered(gateway, "RAD-" + name, units);
        awaitQuiet();
        return lot;
    }

    private static void awaitQuiet() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(setting.observer().unrest()).isEmpty());
    }

    private static void awaitClaimed(CompletableFuture<Void> load, AtomicInteger claimed, int units) {
        await().atMost(PATIENCE)
                .failFast("nobody claims any more", load::isCompletedExceptionally)
                .until(() -> claimed.get() >= units);
    }

    private static Duration slowest(Instant begun, List<ProductionLot> lots, int units) {
        return lots.stream()
                .map(lot -> after(begun, lot.awaitIssue(units)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Duration after(Instant begun, JsonNode issue) {
        return Duration.between(begun, Instant.parse(issue.path("detectedAt").asString()));
    }

    /**
     * One alarm, one issue, one mail to each team and one digest to the customer, and a clock that starts with the claim
     * that completed the thirty, in whatever order those that waited were counted.
     */
    private static void toldOnce(ProductionLot lot, int units, Instant thirtieth) {
        JsonNode issue = lot.awaitIssue(units);
        Instant reachedAt = Instant.parse(issue.path("reachedAt").asString());
        assertThat(reachedAt).isEqualTo(thirtieth);
        assertThat(Instant.parse(issue.path("deadline").path("countsFrom").asString()))
                .isEqualTo(reachedAt.truncatedTo(ChronoUnit.SECONDS));
        awaitQuiet();
        Sighting sighting = setting.observer().look();
        String id = issue.path("id").asString();
        assertThat(told(
                        sighting,
                        "radar.threshold-reached.v1",
                        issue.path("groupId").asString()))
                .hasSize(1);
        assertThat(told(sighting, "batches.batch-issue-detected.v1", id).distinct())
                .hasSize(1);
        assertThat(mailboxes(sighting, id))
                .as("the vendor's teams, in the thread of the issue")
                .containsExactlyInAnyOrder("operations@exporter.example", "account-managers@exporter.example");
        List<Sighting.Notification> digests = sighting.notifications().stream()
                .filter(letter -> id.equals(letter.claim()) && letter.team() == null)
                .toList();
        assertThat(digests).as("digests for customers").hasSize(1);
        assertThat(mailboxes(sighting, digests.getFirst().id())).containsExactly("chen@pacific.example");
    }

    private static List<String> mailboxes(Sighting sighting, String thread) {
        return sighting.mails().stream()
                .filter(mail -> mail.claim().equals(thread))
                .map(Sighting.Mail::mailbox)
                .toList();
    }

    private static Stream<String> told(Sighting sighting, String type, String key) {
        return sighting.events().stream()
                .filter(event -> event.type().equals(type) && event.key().equals(key))
                .map(Sighting.Event::id);
    }

    private static void poison() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + setting.suite().ports().broker()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String topic : POISONED) {
                for (int bad = 0; bad < BAD; bad++) {
                    producer.send(
                            new ProducerRecord<>(topic, "bad-" + bad, "{\"bad\":".getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
