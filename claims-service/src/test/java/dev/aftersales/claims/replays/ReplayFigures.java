package dev.aftersales.claims.replays;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.agreements.StoredAgreements;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.claims.StoredClaims;
import dev.aftersales.claims.contracts.StoredContracts;
import dev.aftersales.claims.policies.GivenPolicies;
import dev.aftersales.local.store.LocalStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a replay costs, beside a cursor over the same documents that does nothing with them; some two minutes. Run by
 * {@code mvn verify -pl claims-service -Pfigures}. The store is a process of its own with its data on disk, or the one
 * that {@code STORE_URI} names. One claim of fifty flips.
 */
class ReplayFigures {

    private static final int CONTRACTS = 100;
    private static final int UNITS = 50;
    private static final int SEED_BATCH = 500;
    private static final double MEBIBYTE = 1024.0 * 1024;

    @TempDir
    static Path data;

    Process store;
    MongoClient client;
    AggregatesFactory factory;
    StoredClaims claims;
    StoredContracts contracts;
    Replays replays;
    Flips flips;
    Unjudgeables unjudgeables;
    final GivenPolicies policies = GivenPolicies.shipped().with("A-900", "length: P12M", "length: P6M");

    @BeforeEach
    void startStore() throws IOException {
        String uri = System.getenv("STORE_URI");
        client = MongoClients.create(uri == null ? embedded() : uri);
        MongoDatabase database = client.getDatabase("figures-" + UUID.randomUUID());
        factory = new AggregatesFactory(
                database,
                new StateMapper(),
                Clock.systemUTC(),
                JsonMapper.builder().build(),
                () -> null,
                (type, id, vendor, pending) -> {});
        contracts = new StoredContracts(factory);
        claims = new StoredClaims(factory, contracts.contracts(), new StoredAgreements(factory).agreements());
        replays =
                new Replays(factory.of(ReplayType.TYPE), Clock.systemUTC(), Clock.systemUTC(), Duration.ofSeconds(15));
        flips = new Flips(factory.of(FlipType.TYPE));
        unjudgeables = new Unjudgeables(factory.of(UnjudgeableType.TYPE));
        factory.createIndexes();
        for (int i = 0; i < CONTRACTS; i++) {
            contracts.keep("C-" + i, LocalDate.parse(i % 50 == 0 ? "2025-05-01" : "2025-12-15"), UNITS);
        }
    }

    @AfterEach
    void stopStore() {
        client.close();
        if (store != null) {
            store.destroy();
            store.onExit().join();
        }
    }

    @Test
    void isAtLeastHalfAsFastAsABareCursor() {
        // Given
        int count = 20_000;
        keep(count, 1);
        List<Double> bare = new ArrayList<>();
        List<Double> replayed = new ArrayList<>();

        // When
        for (int round = -2; round < 7; round++) {
            double read = count / seconds(() -> assertThat(read()).isEqualTo(count));
            double judged = count
                    / seconds(() -> assertThat(replay(() -> false).lines()).isEqualTo(count));
            if (round >= 0) {
                bare.add(read);
                replayed.add(judged);
            }
        }

        // Then
        say(
                "bare cursor over %,d claims of one line, median of 7: %,.0f claims/s (%s)",
                count, median(bare), all(bare));
        say(
                "replay of the same, each judged under two versions:  %,.0f claims/s (%s)",
                median(replayed), all(replayed));
        say("replay : bare cursor = %.2f", median(replayed) / median(bare));
        assertThat(median(replayed)).isGreaterThanOrEqualTo(median(bare) / 2);
    }

    @Test
    void takesNoMoreMemoryForAMillionLines() {
        // Given
        int count = 10_000;
        int lines = 100;
        keep(count, lines);
        List<Double> used = new ArrayList<>(List.of(usedMebibytes()));
        EveryNth measuring = new EveryNth(count / 10, () -> used.add(usedMebibytes()));

        // When
        double seconds = seconds(() -> assertThat(replay(measuring).lines()).isEqualTo((long) count * lines));
        used.add(usedMebibytes());

        // Then
        say("1,000,000 lines of %,d claims in %.0f s, each judged under two versions", count, seconds);
        say("heap in use after a full collection, before, after each 100,000 lines, afterwards (MiB): %s", all(used));
        double most = Collections.max(used);
        assertThat(most - used.getFirst()).as("growth of the heap in MiB").isLessThan(40);
        assertThat(used.get(10) - used.get(1))
                .as("from the first to the last 100,000 lines")
                .isLessThan(10);
    }

    private void keep(int count, int lines) {
        for (int from = 0; from < count; from += SEED_BATCH) {
            claims.keep(from, SEED_BATCH, lines, CONTRACTS);
        }
    }

    /** Reads every document of the walk, and how long it is. */
    private int read() {
        int read = 0;
        long bytes = 0;
        ClaimWalk.Stretch stretch =
                new ClaimWalk.Stretch("exporter", null, Clock.systemUTC().instant());
        try (MongoCursor<RawBsonDocument> cursor = claims.bare(stretch).cursor()) {
            while (cursor.hasNext()) {
                bytes += cursor.next().getByteBuffer().remaining();
                read++;
            }
        }
        assertThat(bytes).isPositive();
        return read;
    }

    private Tally replay(BooleanSupplier eachClaim) {
        Instant to = Instant.parse("2100-01-01T00:00:00Z");
        replays.ask("exporter", "A-900", "as it is", null, to, "petra");
        Replay replay = replays.takeUp().orElseThrow();
        new ReplayRun(
                        replay,
                        replay.runs(),
                        policies.version("A-900").orElseThrow(),
                        policies,
                        new Adjudicator(),
                        replays,
                        flips,
                        unjudgeables,
                        new Worths(null))
                .go(claims.walk(), eachClaim);
        replays.leave(replay, replay.runs(), new Phase.Done(to));
        Tally tally = replays.find(replay.id()).orElseThrow().tally();
        assertThat(tally.movedOn()).isZero();
        assertThat(tally.flips()).isEqualTo(tally.lines() / 50);
        return tally;
    }

    private static double usedMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static String all(List<Double> figures) {
        return figures.stream().map(figure -> "%,.0f".formatted(figure)).collect(Collectors.joining(" "));
    }

    private static void say(String line, Object... figures) {
        System.out.println(line.formatted(figures));
    }

    private String embedded() throws IOException {
        store = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalStore.class.getName(),
                        "--data",
                        Files.createTempDirectory(data, "store").toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(store.getInputStream(), StandardCharsets.UTF_8));
        return out.lines()
                .filter(line -> line.startsWith("store ready on "))
                .findFirst()
                .map(line -> line.replaceAll(".*(mongodb://[^ ]+).*", "$1"))
                .orElseThrow(() -> new IllegalStateException("the store does not start"));
    }

    /** Does something for every so many claims, and never stops the run. */
    private static final class EveryNth implements BooleanSupplier {

        private final int nth;
        private final Runnable action;
        private int claims;

        EveryNth(int nth, Runnable action) {
            this.nth = nth;
            this.action = action;
        }

        @Override
        public boolean getAsBoolean() {
            claims++;
            if (claims % nth == 0) {
                action.run();
            }
            return false;
        }
    }
}
