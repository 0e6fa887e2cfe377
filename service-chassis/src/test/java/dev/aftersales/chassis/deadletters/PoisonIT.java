package dev.aftersales.chassis.deadletters;

import static dev.aftersales.chassis.sample.Sample.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.events.Listeners;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.chassis.sample.Toxicity;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class PoisonIT {

    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final String GROUP = "sample-service.claims";

    /** Records of one measured run; the full round asks for 10,000. */
    private static final int RECORDS = Integer.getInteger("aftersales.poison.records", 1000);

    @LocalServerPort
    int port;

    @Autowired
    Aggregates<Tally> tallies;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    Listeners listeners;

    @Autowired
    Toxicity toxicity;

    private final String id = Sample.freshId();

    /** Compresses, so that records of any size get past the broker's limit. */
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Infrastructure.bootstrapServers(),
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "gzip",
                    ProducerConfig.BUFFER_MEMORY_CONFIG,
                    96L * 1024 * 1024,
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    64 * 1024 * 1024),
            new StringSerializer(),
            new ByteArraySerializer());

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void eachKindIsKeptWithItsReasonTheNextOfItsAggregateWaitsAndAllOthersAreHandled() throws Exception {
        List<String> keys = new ArrayList<>();
        for (Map.Entry<String, Consumer<ProducerRecord<String, byte[]>>> kind : kinds().entrySet()) {
            String key = id + "-" + kind.getKey();
            keys.add(key);
            ProducerRecord<String, byte[]> poison = record(key, 1, "good");
            kind.getValue().accept(poison);
            producer.send(valueOf(kind.getKey(), poison)).get();
            producer.send(record(key, 2, "good")).get();
            producer.send(record(id + "-beside-" + kind.getKey(), 1, "good")).get();
        }

        keys.forEach(key -> await(key).untilAsserted(() -> assertThat(letters(key))
                .extracting(DeadLetter::status)
                .containsExactlyInAnyOrder(Status.DEAD, Status.PARKED)));
        kinds().keySet().forEach(kind -> await().until(
                        () -> tallies.find(id + "-beside-" + kind).isPresent()));

        assertThat(keys).allSatisfy(key -> {
            assertThat(tallies.find(key)).isEmpty();
            assertThat(letters(key).stream().filter(letter -> letter.status() == Status.DEAD))
                    .allSatisfy(letter -> {
                        assertThat(letter.reason()).isNotBlank();
                        assertThat(letter.topic()).isEqualTo("claims");
                    });
        });
        assertThat(listeners.dead()).isEmpty();
        assertThat(Api.at(port).get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void recordWithoutKeyHasNoOrderAndIsKept() throws Exception {
        ProducerRecord<String, byte[]> keyless = record(id, 1, "good");
        producer.send(new ProducerRecord<String, byte[]>(
                        "claims", (Integer) null, null, keyless.value(), keyless.headers()))
                .get();

        await().until(() -> deadLetters.list(Status.DEAD, EVER, 10_000).stream()
                .anyMatch(letter -> letter.key() == null && letter.reason().contains("no key")));
        assertThat(tallies.find(id)).isEmpty();
    }

    @Test
    void recordTooLargeToBeKeptFailsAgainForWhatItIs() throws Exception {
        producer.send(valueOf("2-mb", record(id, 1, "good"))).get();
        await().until(() -> letters(id).size() == 1);
        DeadLetter dead = letters(id).getFirst();

        Answer again = Api.at(port).as(People.OLGA).post("/ops/v1/dead-letters/" + dead.id() + "/redrive", "{}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(deadLetters.find(dead.id()).orElseThrow().reason()).isEqualTo(dead.reason());
        assertThat(dead.reason()).contains("an event has at most");
    }

    @Test
    void processThatIsOutOfMemoryBlamesNoRecordAndTellsLiveness() {
        evidence(id, 1, "memory").to("claims");
        await().until(() -> listeners.dead().contains(GROUP));
        assertThat(Api.at(port).get("/actuator/health/liveness").status()).isEqualTo(503);
        assertThat(letters(id)).isEmpty();

        toxicity.heal(id);
        listeners.containers().stream()
                .filter(container -> GROUP.equals(container.getBeanName()))
                .forEach(container -> container.start());

        await().until(() -> tallies.find(id).isPresent());
        await().until(() -> Api.at(port).get("/actuator/health/liveness").status() == 200);
    }

    @Test
    void oneBadRecordInTenSlowsTheGoodOnesByLessThanAQuarter() throws Exception {
        throughput("warm", RECORDS / 2, 10);
        List<Double> pure = new ArrayList<>();
        List<Double> mixed = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            pure.add(throughput("pure" + round, RECORDS, 0));
            mixed.add(throughput("mixed" + round, RECORDS, 10));
        }

        double ratio = median(mixed) / median(pure);
        System.out.printf(
                "poison: %d records, good ones per second: none bad %s, one in ten bad %s, ratio of medians %.2f%n",
                RECORDS, rounded(pure), rounded(mixed), ratio);
        assertThat(ratio).isGreaterThan(0.6);
    }

    /** Good records handled in a second, of a mixture in which each {@code nth} is bad. */
    private double throughput(String round, int records, int nth) throws Exception {
        List<String> kinds = List.copyOf(kinds().keySet());
        Instant started = Instant.now();
        int good = 0;
        for (int i = 0; i < records; i++) {
            boolean bad = nth > 0 && i % nth == 0;
            String key = id + round + "-" + i;
            if (!bad) {
                good++;
                producer.send(record(key, 1, "good"));
                continue;
            }
            String kind = kinds.get(i / nth % kinds.size());
            ProducerRecord<String, byte[]> poison = record(key, 1, "good");
            Objects.requireNonNull(kinds().get(kind)).accept(poison);
            producer.send("bomb".equals(kind) ? with(poison, null) : valueOf(kind, poison));
        }
        producer.flush();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> lag() == 0);
        double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
        return good / seconds;
    }

    private static long lag() throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> all = IntStream.range(0, 12)
                    .mapToObj(partition -> new TopicPartition("claims", partition))
                    .collect(Collectors.toMap(place -> place, place -> OffsetSpec.latest()));
            return admin.listOffsets(all).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (committed.get(end.getKey()) == null
                                    ? 0
                                    : committed.get(end.getKey()).offset()))
                    .sum();
        }
    }

    /** What is done to the headers of a good record; what is done to its value stands in {@link #valueOf}. */
    private static Map<String, Consumer<ProducerRecord<String, byte[]>>> kinds() {
        Map<String, Consumer<ProducerRecord<String, byte[]>>> kinds = new HashMap<>();
        for (String value : List.of(
                "not-json", "wrong-schema", "null-value", "2-mb", "bomb", "nested", "throws", "overflows", "linkage")) {
            kinds.put(value, poison -> {});
        }
        kinds.put("unknown-version", poison -> header(poison, "ce_type", "claims.evidence-received.v9"));
        kinds.put("no-id", poison -> poison.headers().remove("ce_id"));
        kinds.put("huge-sequence", poison -> header(poison, "ce_sequence", "99999999999999999999"));
        kinds.put("nonsense-time", poison -> header(poison, "ce_time", "2026-13-45T99:00:00Z"));
        kinds.put("other-vendor", poison -> header(poison, "ce_vendor", "importer"));
        kinds.put("no-text", poison -> {
            poison.headers().remove("ce_sequence");
            poison.headers().add("ce_sequence", new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        });
        kinds.put("null-header", poison -> {
            poison.headers().remove("ce_vendor");
            poison.headers().add("ce_vendor", null);
        });
        return kinds;
    }

    private static ProducerRecord<String, byte[]> valueOf(String kind, ProducerRecord<String, byte[]> good) {
        return switch (kind) {
            case "not-json" -> with(good, "no event at all".getBytes(StandardCharsets.UTF_8));
            case "wrong-schema" -> with(good, "{\"claimId\":7}".getBytes(StandardCharsets.UTF_8));
            case "null-value" -> with(good, null);
            case "2-mb" -> with(good, new byte[2 * 1024 * 1024]);
            case "bomb" -> with(good, new byte[20 * 1024 * 1024]);
            case "nested" -> with(good, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            case "throws" -> with(good, data(good.key(), "poison"));
            case "overflows" -> with(good, data(good.key(), "error"));
            case "linkage" -> with(good, data(good.key(), "linkage"));
            default -> good;
        };
    }

    private static ProducerRecord<String, byte[]> with(ProducerRecord<String, byte[]> good, byte @Nullable [] value) {
        return new ProducerRecord<>(good.topic(), null, good.key(), value, good.headers());
    }

    private static void header(ProducerRecord<String, byte[]> poison, String name, String value) {
        poison.headers().remove(name);
        poison.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static ProducerRecord<String, byte[]> record(String key, long sequence, String what) {
        ProducerRecord<String, byte[]> made = new ProducerRecord<>("claims", key, data(key, what));
        header(made, "ce_specversion", "1.0");
        header(made, "ce_type", "claims.evidence-received.v1");
        header(made, "ce_id", "claims/" + key + "/" + sequence);
        header(made, "ce_source", "/claims-service");
        header(made, "ce_subject", key);
        header(made, "ce_time", "2026-11-20T10:00:00Z");
        header(made, "ce_vendor", "exporter");
        header(made, "ce_sequence", Long.toString(sequence));
        return made;
    }

    private static byte[] data(String key, String what) {
        return ("{\"claimId\":\"" + key + "\",\"vendor\":\"exporter\",\"evidenceIds\":[\"" + what + "\"]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<DeadLetter> letters(String key) {
        List<DeadLetter> found = new ArrayList<>();
        for (Status status : Status.values()) {
            deadLetters.list(status, EVER, 10_000).stream()
                    .filter(letter -> key.equals(letter.key()))
                    .forEach(found::add);
        }
        return found;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }
}
