package dev.aftersales.diagnosis.radar;

import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.CONTRACT_HOLDER;
import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.FAULT_FAMILY;
import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.LOT;
import static dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait.MODEL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.catalogue.FaultCodeEntered;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.ClaimWithdrawn;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.ThresholdReached;
import dev.aftersales.contracts.events.units.UnitRecorded;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The radar without a broker: what is said goes in, what it tells comes out. */
final class Radar implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final String VENDOR = "exporter";
    static final String RULE = "SAME_HOLDER";
    static final Set<Trait> OF_POLICY_A = Set.of(CONTRACT_HOLDER, MODEL, FAULT_FAMILY, LOT);

    private static final Grouping OF_BOTH = new Grouping(Map.of(
            VENDOR,
            List.of(new Grouping.Rule(RULE, OF_POLICY_A)),
            "other",
            List.of(new Grouping.Rule(RULE, OF_POLICY_A))));

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** Of all radars: reading JSON is learned once. */
    private static final StateStores STORES = new StateStores(Stores::inMemoryKeyValueStore, JSON);

    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> heard = new HashMap<>();
    private final TestOutputTopic<String, byte[]> told;
    private final TestOutputTopic<String, byte[]> gauged;
    private final Now clock = new Now();
    private Instant machine = START;
    private Duration agoSaid = Duration.ZERO;
    private final KeptLetters letters = new KeptLetters();
    private int claims;

    Radar() {
        this(OF_BOTH);
    }

    /** One that forgets sooner than it does in earnest. */
    Radar(Duration kept) {
        this(OF_BOTH, kept);
    }

    Radar(Grouping grouping) {
        this(grouping, Retention.KEPT);
    }

    private Radar(Grouping grouping, Duration kept) {
        Properties properties = new Properties();
        properties.put("application.id", "radar-test");
        properties.put("bootstrap.servers", "none:1");
        properties.put("state.dir", System.getProperty("java.io.tmpdir") + "/radar-test-" + UUID.randomUUID());
        driver = new TopologyTestDriver(
                RadarTopology.of(
                        grouping,
                        new Retention(clock, kept),
                        STORES,
                        new Intake(new EventCodec("diagnosis-service", JSON), letters)),
                properties,
                machine);
        told = driver.createOutputTopic(
                Topic.BATCH_ALARMS.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
        gauged = driver.createOutputTopic(
                Topic.BATCH_GAUGES.topicName(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Business time, which nobody moves but the test. */
    static final class Now extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Thirty units in thirty days, as policy A has it, for both vendors. */
    Radar withPolicies() {
        policy(VENDOR, "A-1", Instant.EPOCH, 30, Duration.ofDays(30), OF_POLICY_A);
        policy("other", "B-1", Instant.EPOCH, 30, Duration.ofDays(30), OF_POLICY_A);
        return this;
    }

    void policy(String vendor, String version, Instant from, int units, Duration window, Set<Trait> groupedBy) {
        say(
                Topic.POLICIES.topicName(),
                version,
                "policies.policy-version-published.v1",
                Map.of(
                        "vendor", vendor,
                        "policyVersion", version,
                        "effectiveFrom", from,
                        "batchRules",
                                List.of(Map.of(
                                        "rule", RULE,
                                        "clause", "A4.7",
                                        "reading", "R-A8",
                                        "units", units,
                                        "window", window,
                                        "groupedBy", groupedBy,
                                        "text", Map.of("en", "a batch", "zh", "批量")))));
    }

    /** A version as it was told before rules were. */
    void withoutRules(String vendor, String version, Instant from) {
        say(
                Topic.POLICIES.topicName(),
                version,
                "policies.policy-version-published.v1",
                Map.of("vendor", vendor, "policyVersion", version, "effectiveFrom", from));
    }

    /** A claim of these units, of today. */
    String claim(String... serials) {
        List<UnitLine> lines = new ArrayList<>();
        for (String serial : serials) {
            lines.add(new UnitLine(lines.size() + 1, serial, 1));
        }
        return claim(VENDOR, "nordwind", "PX-200", "P-501", clock.now, lines);
    }

    String claim(String vendor, String organisation, String model, String fault, Instant at, List<UnitLine> lines) {
        String id = "clm-" + ++claims;
        submit(id, vendor, organisation, model, fault, at, lines);
        return id;
    }

    void submit(
            String id,
            String vendor,
            String organisation,
            String model,
            String fault,
            Instant at,
            List<UnitLine> lines) {
        tell(
                id,
                new ClaimSubmitted(
                        id,
                        vendor,
                        "A-1",
                        new CustomerRef("cus-1", 1),
                        organisation,
                        null,
                        model,
                        fault,
                        lines,
                        List.of(),
                        at));
    }

    /** The catalogue says of which family a code is. */
    void family(String code, String family) {
        tell(VENDOR + "/" + code, new FaultCodeEntered(VENDOR, code, 1, family, clock.now));
    }

    /** A diagnosis finds a fault of that family on a line. */
    void diagnose(String claim, int line, String family) {
        tell(
                claim,
                new DiagnosisCompleted(
                        claim,
                        VENDOR,
                        new DiagnosisCompleted.Confirmer(DiagnosisCompleted.Confirmer.Kind.TECHNICIAN, "stf-1"),
                        clock.now,
                        List.of(new DiagnosisCompleted.Line(
                                line,
                                "MATERIAL",
                                true,
                                FaultClass.SIMPLE,
                                Route.DEPOT_REPAIR,
                                List.of(),
                                List.of(),
                                null,
                                null,
                                family))));
    }

    /** Somebody says the serial of a line. */
    void identify(String claim, int line, String serial) {
        tell(
                claim,
                new DiagnosisRequested(
                        claim,
                        VENDOR,
                        "A-1",
                        new CustomerRef("cus-1", 1),
                        null,
                        "PX-200",
                        "P-501",
                        List.of(new UnitLine(line, serial, 1)),
                        List.of(),
                        null));
    }

    /** The claim's lines stand so now. */
    void restate(String claim, UnitLine... lines) {
        tell(claim, new EvidenceReceived(claim, VENDOR, List.of(), List.of(lines)));
    }

    /** Whoever claimed these lines takes them back. */
    void withdraw(String claim, Integer... lines) {
        tell(claim, new ClaimWithdrawn(claim, VENDOR, List.of(lines), clock.now));
    }

    void lot(String serial, @Nullable String lot) {
        tell(
                VENDOR + "/" + serial,
                new UnitRecorded(VENDOR, serial, "PX-200", "MAIN_UNIT", lot, "C-2026-1", "nordwind", clock.now));
    }

    void resolve(String group, int episode, Instant at) {
        tell("bat-1", new BatchIssueResolved("bat-1", VENDOR, group, episode, at, null, null, null, null, null));
    }

    private void tell(String key, Event event) {
        bytes(
                EventTypes.topicOf(event.getClass()).topicName(),
                key,
                EventTypes.typeOf(event.getClass()),
                event.vendor(),
                JSON.writeValueAsBytes(event));
    }

    private void say(String topic, String key, String type, Object data) {
        bytes(topic, key, type, VENDOR, JSON.writeValueAsBytes(data));
    }

    void bytes(String topic, String key, String type, byte[] data) {
        bytes(topic, key, type, VENDOR, data);
    }

    private void bytes(String topic, String key, String type, String vendor, byte[] data) {
        Instant saidAt = machine.minus(agoSaid);
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        topic + "/" + key,
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_time",
                        clock.now.toString(),
                        "ce_vendor",
                        vendor,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        heard.computeIfAbsent(
                        topic, name -> driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(new TestRecord<>(key, data, headers, saidAt));
    }

    /** What could not be read. */
    KeptLetters letters() {
        return letters;
    }

    Instant now() {
        return clock.now;
    }

    void at(Instant instant) {
        clock.now = instant;
    }

    /** What is said from now on has been on its topic for so long. */
    void said(Duration ago) {
        agoSaid = ago;
    }

    /** How many entries that section of a store holds. */
    int stored(String section) {
        int stored = 0;
        for (StateStore store : driver.getAllStateStores().values()) {
            if (store instanceof KeyValueStore<?, ?> entries) {
                try (KeyValueIterator<?, ?> all = entries.all()) {
                    while (all.hasNext()) {
                        stored += all.next().key.toString().startsWith(section + "/") ? 1 : 0;
                    }
                }
            }
        }
        return stored;
    }

    /** Lets what is told together be told. */
    void settle() {
        pass(GroupCounter.TOGETHER);
    }

    /** Lets machine time pass; business time stays. */
    void pass(Duration time) {
        machine = machine.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** What was told since this was asked last. */
    List<Event> told() {
        settle();
        return told.readRecordsToList().stream().map(Radar::event).toList();
    }

    /** The same, without letting a second pass. */
    List<Event> toldAtOnce() {
        return told.readRecordsToList().stream().map(Radar::event).toList();
    }

    /** How full groups are, as far as it was told since this was asked last. */
    List<GroupGauged> gauges() {
        settle();
        // Whatever is found out within the first second is told in the next.
        settle();
        return untoldGauges();
    }

    /** The same, without letting a second pass. */
    List<GroupGauged> untoldGauges() {
        return gauged.readRecordsToList().stream()
                .map(written -> (GroupGauged) event(written))
                .toList();
    }

    /** The sequences of gauges that were told since this was asked last. */
    List<Long> gaugeSequences() {
        settle();
        return sequencesOf(gauged);
    }

    /** The sequences of that, by which whoever hears it knows a repeat. */
    List<Long> sequences() {
        settle();
        return sequencesOf(told);
    }

    private static List<Long> sequencesOf(TestOutputTopic<String, byte[]> topic) {
        return topic.readRecordsToList().stream()
                .map(written -> Long.valueOf(
                        new String(written.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** The alarms among it. */
    List<ThresholdReached> alarms() {
        return told().stream()
                .filter(ThresholdReached.class::isInstance)
                .map(ThresholdReached.class::cast)
                .toList();
    }

    private static Event event(TestRecord<String, byte[]> written) {
        String type = new String(written.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return JSON.readValue(written.value(), EventTypes.named(type).orElseThrow());
    }

    @Override
    public void close() {
        driver.close();
    }

    /** So many serials that nobody had before. */
    static String[] serials(int from, int count) {
        String[] serials = new String[count];
        for (int i = 0; i < count; i++) {
            serials[i] = "PX200-" + (from + i);
        }
        return serials;
    }
}
