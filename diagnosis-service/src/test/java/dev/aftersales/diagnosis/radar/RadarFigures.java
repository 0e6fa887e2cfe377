package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.management.OperatingSystemMXBean;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many units a second the topology counts, beside a bare consumer that puts the same records into a hash map, and how
 * long it takes to have its state again when its disk is empty. Run by {@code mvn verify -pl diagnosis-service -Pfigures};
 * a million units in 100,000 groups with {@code -Dradar.units=1000000}. The broker is in the same process.
 */
class RadarFigures {

    private static final int UNITS = Integer.getInteger("radar.units", 100_000);
    private static final int UNITS_OF_A_GROUP = 10;
    private static final int ROUNDS = Integer.getInteger("radar.rounds", 3);
    private static final int COMMIT_EVERY_MILLIS = Integer.getInteger("radar.commit", 100);
    private static final String VENDOR = "exporter";
    private static final Set<Trait> GROUPED_BY =
            Set.of(Trait.CONTRACT_HOLDER, Trait.MODEL, Trait.FAULT_FAMILY, Trait.LOT);
    private static final Instant NOW = Instant.now();

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @TempDir
    static Path directory;

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

    @BeforeAll
    static void beQuiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    @BeforeEach
    void startBroker() throws ExecutionException, InterruptedException {
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.afterPropertiesSet();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            admin.createTopics(Stream.of(Topic.values())
                            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName())
                                    .map(name -> new NewTopic(name, topic.partitions(), (short) 1)))
                            .toList())
                    .all()
                    .get();
            admin.createTopics(List.of(new NewTopic(RadarRedrive.TOPIC, Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
            // Answered when every partition has its leader: what is sent before may come out of order, and never
            // arrive.
            admin.listOffsets(Stream.of(Topic.CLAIMS, Topic.POLICIES)
                            .flatMap(topic -> IntStream.range(0, topic.partitions())
                                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stopBroker() {
        broker.destroy();
    }

    @Test
    void countsBesideABareConsumer() throws Exception {
        produce();
        List<Double> bare = new ArrayList<>();
        List<Double> hops = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> counted = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(UNITS / countBare());
            hops.add(UNITS / countHops());
            String application = "radar-figures-" + UUID.randomUUID();
            Path state = directory.resolve(application);
            KafkaStreams radar = radar(application, state);
            count(radar, application, starts, counted, processor);
            leave(radar);
            if (round == ROUNDS - 1) {
                restore(application, state);
            }
        }
        say("%,d units in %,d groups, median of %d rounds", UNITS, UNITS / UNITS_OF_A_GROUP, ROUNDS);
        say("bare consumer, a hash map: %,.0f units/s %s", median(bare), rounded(bare));
        say("the library alone, the same hops, bytes unread: %,.0f units/s %s", median(hops), rounded(hops));
        say("topology, one thread, exactly once, on disk: %,.0f units/s %s", median(counted), rounded(counted));
        say("from its start, its topics made, to its first record: %.1f s %s", median(starts), rounded(starts));
        say("processor time, the broker's included: %.0f us a unit %s", median(processor), rounded(processor));
        say("topology : bare consumer = %.3f (wanted: 0.5)", median(counted) / median(bare));
        say("the library alone : bare consumer = %.3f", median(hops) / median(bare));
    }

    private void restore(String application, Path state) throws Exception {
        long bytes = size(state);
        delete(state);
        KafkaStreams again = radar(application, state);
        double seconds = seconds(() -> {
            again.start();
            while (again.state() != KafkaStreams.State.RUNNING) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        });
        leave(again);
        say("state on disk %,d MiB; restored from the changelogs in %.1f s", bytes / 1024 / 1024, seconds);
    }

    private void produce() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "linger.ms", 20, "batch.size", 262_144),
                new StringSerializer(),
                new ByteArraySerializer())) {
            send(producer, Topic.POLICIES, "A-1", "policies.policy-version-published.v1", policy());
            for (int unit = 0; unit < UNITS; unit++) {
                ClaimSubmitted claim = claim(unit);
                send(producer, Topic.CLAIMS, claim.claimId(), EventTypes.typeOf(ClaimSubmitted.class), claim);
            }
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, Topic topic, String key, String type, Object data) {
        ProducerRecord<String, byte[]> told =
                new ProducerRecord<>(topic.topicName(), key, JSON.writeValueAsBytes(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        topic.topicName() + "/" + key,
                        "ce_source",
                        "/claims-service",
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_vendor",
                        VENDOR,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> told.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(told);
    }

    private static Map<String, Object> policy() {
        return Map.of(
                "vendor",
                VENDOR,
                "policyVersion",
                "A-1",
                "effectiveFrom",
                Instant.EPOCH,
                "batchRules",
                List.of(Map.of(
                        "rule",
                        "BATCH_ISSUE",
                        "clause",
                        "A4.7",
                        "units",
                        30,
                        "window",
                        Duration.ofDays(30),
                        "groupedBy",
                        GROUPED_BY,
                        "text",
                        Map.of("en", "a batch", "zh", "批量"))));
    }

    private static ClaimSubmitted claim(int unit) {
        return new ClaimSubmitted(
                "clm-" + unit,
                VENDOR,
                "A-1",
                new CustomerRef("cus-" + unit % 1_000, 1),
                "nordwind",
                "C-" + unit % 10_000,
                "PX-" + unit % (UNITS / UNITS_OF_A_GROUP),
                "E-104",
                List.of(new UnitLine(1, "S-" + unit, 1)),
                List.of("evd-" + unit),
                NOW);
    }

    /**
     * Distinct serials by group, as anybody would count them who need not go on after a crash.
     *
     * @return seconds from the first record on
     */
    private double countBare() {
        long begun = 0;
        Map<String, Set<String>> groups = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "max.poll.records", 1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.CLAIMS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int read = 0; read < UNITS; ) {
                for (ConsumerRecord<String, byte[]> said : consumer.poll(Duration.ofSeconds(1))) {
                    begun = begun == 0 ? System.nanoTime() : begun;
                    ClaimSubmitted claim = JSON.readValue(said.value(), ClaimSubmitted.class);
                    for (UnitLine line : claim.lines()) {
                        groups.computeIfAbsent(
                                        claim.vendor() + "/" + claim.organisation() + "/" + claim.model() + "/"
                                                + claim.faultCode(),
                                        group -> new HashSet<>())
                                .add(String.valueOf(line.serial()));
                    }
                    read++;
                }
            }
        }
        assertThat(groups).hasSize(UNITS / UNITS_OF_A_GROUP);
        return (System.nanoTime() - begun) / 1e9;
    }

    /**
     * What the library charges for three steps, each with one entry kept and two of them handed on: the same records, exactly
     * once, as they are.
     *
     * @return seconds from the first record on
     */
    private double countHops() throws Exception {
        String application = "hops-figures-" + UUID.randomUUID();
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, byte[]> said =
                builder.stream(Topic.CLAIMS.topicName(), Consumed.with(Serdes.String(), Serdes.ByteArray()));
        kept(
                kept(kept(said, "claims").repartition(handedOn("sightings")), "units")
                        .repartition(handedOn("counted")),
                "groups");
        KafkaStreams hops = new KafkaStreams(
                builder.build(), settings(directory.resolve(application)).of(application));
        List<Double> counted = new ArrayList<>();
        count(hops, application, new ArrayList<>(), counted, new ArrayList<>());
        leave(hops);
        return UNITS / counted.getFirst();
    }

    private static Repartitioned<String, byte[]> handedOn(String name) {
        return Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                .withName(name)
                .withNumberOfPartitions(Topic.PARTITIONS);
    }

    private static KStream<String, byte[]> kept(KStream<String, byte[]> said, String store) {
        return said.process(new ProcessorSupplier<>() {
            @Override
            public Processor<String, byte[], String, byte[]> get() {
                return new Keeper(store);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(store), Serdes.String(), Serdes.ByteArray()));
            }
        });
    }

    /** Keeps each record under its key and hands it on. */
    private static final class Keeper implements Processor<String, byte[], String, byte[]> {

        private final String store;
        private @Nullable ProcessorContext<String, byte[]> context;
        private @Nullable KeyValueStore<String, byte[]> kept;

        private Keeper(String store) {
            this.store = store;
        }

        @Override
        public void init(ProcessorContext<String, byte[]> processorContext) {
            context = processorContext;
            kept = processorContext.getStateStore(store);
        }

        @Override
        public void process(Record<String, byte[]> said) {
            Objects.requireNonNull(kept).put(said.key(), said.value());
            Objects.requireNonNull(context).forward(said);
        }
    }

    private StreamsSettings settings(Path state) {
        return new StreamsSettings(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new RadarSettings(
                        Duration.ofMillis(COMMIT_EVERY_MILLIS),
                        1,
                        0,
                        state,
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(64)),
                1);
    }

    private KafkaStreams radar(String application, Path state) {
        Grouping grouping = new Grouping(Map.of(VENDOR, List.of(new Grouping.Rule("BATCH_ISSUE", GROUPED_BY))));
        return new KafkaStreams(
                RadarTopology.of(
                        grouping,
                        Clock.systemUTC(),
                        StateStores.onDisk(JSON),
                        new Intake(new EventCodec("diagnosis-service", JSON), new KeptLetters())),
                settings(state).of(application));
    }

    private void count(
            KafkaStreams radar, String application, List<Double> starts, List<Double> counted, List<Double> processor)
            throws ExecutionException, InterruptedException, TimeoutException {
        starts.add(seconds(() -> {
            radar.start();
            while (hasReadNothing(radar)) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }));
        long processorBefore = PROCESS.getProcessCpuTime();
        CatchUp catchUp = new CatchUp(application);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            counted.add(UNITS
                    / seconds(() -> {
                        while (!catchUp.isDone(admin, List.of(Topic.CLAIMS.topicName()))) {
                            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                        }
                    }));
        }
        say("of the counting thread's time: %s", ratios(radar));
        processor.add((PROCESS.getProcessCpuTime() - processorBefore) / 1e3 / UNITS);
    }

    /** In its last half minute. */
    private static String ratios(KafkaStreams radar) {
        return radar.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("stream-thread-metrics")
                        && (metric.getKey().name().endsWith("-ratio")
                                || metric.getKey().name().equals("commit-rate")))
                .map(metric -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        metric.getKey().name(),
                        ((Number) metric.getValue().metricValue()).doubleValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** As the service does: else the next one waits until it is missed. */
    private static void leave(KafkaStreams streams) {
        streams.close(CloseOptions.timeout(Duration.ofSeconds(30))
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    private static boolean hasReadNothing(KafkaStreams radar) {
        return radar.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("process-total")
                        && metric.getKey().group().equals("stream-thread-metrics"))
                .allMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() == 0);
    }

    private interface Step {
        void run() throws ExecutionException, InterruptedException, TimeoutException;
    }

    private static double seconds(Step step) throws ExecutionException, InterruptedException, TimeoutException {
        long begun = System.nanoTime();
        step.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<Long> rounded(List<Double> values) {
        return values.stream().map(Math::round).toList();
    }

    private static long size(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
