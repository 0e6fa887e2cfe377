package dev.aftersales.diagnosis.radar;

import static dev.aftersales.diagnosis.radar.Radar.OF_POLICY_A;
import static dev.aftersales.diagnosis.radar.Radar.RULE;
import static dev.aftersales.diagnosis.radar.Radar.START;
import static dev.aftersales.diagnosis.radar.Radar.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Units that are claimed in another way than before come to their group through one partition, and what they were claimed as
 * goes through another, which may lie still for as long as nobody counts there.
 */
class RestatedUnitsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final StateStores STORES = new StateStores(Stores::inMemoryKeyValueStore, JSON);

    private final List<Told> told = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, GroupNews> news;
    private Instant machine = START;

    /** The last step alone, of which it is heard by hand what the others tell. */
    @BeforeEach
    void count() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable(
                Topic.POLICIES.topicName(),
                Consumed.with(Serdes.String(), new Table<>(PublishedPolicy.class, PublishedPolicy.UNREADABLE, JSON)),
                Materialized.as(Stores.inMemoryKeyValueStore(PublishedRules.VERSIONS)));
        builder.stream("counted", Consumed.with(Serdes.String(), STORES.json(GroupNews.class)))
                .process(GroupCounter.supplier(Retention.of(Clock.fixed(START, ZoneOffset.UTC)), STORES, new Past()))
                .filter((group, one) -> one instanceof Alarm)
                .foreach((group, one) -> told.add(one));
        Properties properties = new Properties();
        properties.put("application.id", "counter-test");
        properties.put("bootstrap.servers", "none:1");
        properties.put("state.dir", System.getProperty("java.io.tmpdir") + "/counter-test-" + UUID.randomUUID());
        driver = new TopologyTestDriver(builder.build(), properties, machine);
        news = driver.createInputTopic(
                "counted", new StringSerializer(), STORES.json(GroupNews.class).serializer());
        driver.createInputTopic(
                        Topic.POLICIES.topicName(),
                        new StringSerializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput("A-1", JSON.writeValueAsBytes(thirtyInThirtyDays()));
    }

    private static Map<String, Object> thirtyInThirtyDays() {
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
                        RULE,
                        "clause",
                        "A4.7",
                        "units",
                        30,
                        "window",
                        Duration.ofDays(30),
                        "groupedBy",
                        OF_POLICY_A,
                        "text",
                        Map.of("en", "a batch", "zh", "批量"))));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aQuantityThatGotItsSerialsCountsOnceHoweverLateItGoes() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 20));
        SeenClaim serials = quantity.restated(units("A", 1, 20), START);

        hearWhatCame(serials.changesSince(quantity));
        pass(25);
        assertThat(told).isEmpty();
        hearWhatWent(serials.changesSince(quantity));
        pass(60);

        assertThat(told).isEmpty();
    }

    @Test
    void aBatchRingsWithinASecondAfterWhatItsUnitsWereClaimedAsIsGone() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 20));
        claimed(units("B", 1, 9).toArray(UnitLine[]::new));
        SeenClaim serials = quantity.restated(units("A", 1, 20), START);
        hearWhatCame(serials.changesSince(quantity));
        claimed(new UnitLine(1, "C-1", 1));
        pass(25);
        assertThat(told).isEmpty();

        hearWhatWent(serials.changesSince(quantity));
        pass(1);

        assertThat(told).singleElement().isInstanceOfSatisfying(Alarm.class, alarm -> assertThat(alarm.tally())
                .isEqualTo(new Tally(30, 0)));
    }

    @Test
    void whatIsLeftOfAQuantityIsWaitedForToo() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 20));
        List<UnitLine> lines = new ArrayList<>(units("A", 2, 15));
        lines.add(new UnitLine(1, null, 5));
        List<Sighting> changes = quantity.restated(lines, START).changesSince(quantity);

        hear(changes.stream().filter(change -> change.serial() != null).toList());
        pass(25);
        assertThat(told).isEmpty();
        hear(quantity.sightings().getFirst().gone());
        hear(changes.stream().filter(change -> change.serial() == null).toList());
        pass(60);
        assertThat(told).isEmpty();

        claimed(units("B", 1, 10).toArray(UnitLine[]::new));
        assertThat(told).hasSize(1);
    }

    @Test
    void wrongSerialsThatWerePutRightCountOnceHoweverLateTheyGo() {
        SeenClaim wrong = claimed(units("A", 1, 16).toArray(UnitLine[]::new));
        SeenClaim right = wrong.restated(units("B", 1, 16), START);

        hearWhatCame(right.changesSince(wrong));
        pass(25);
        hearWhatWent(right.changesSince(wrong));
        pass(60);

        assertThat(told).isEmpty();
    }

    @Test
    void whatNeverGoesIsWaitedForThirtySecondsAfterTheLast() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 20));
        List<Sighting> changes = quantity.restated(units("A", 1, 20), START).changesSince(quantity).stream()
                .filter(Sighting::counts)
                .toList();
        hear(changes.subList(0, 10));
        pass(10);
        hear(changes.subList(10, 20));

        pass(29);
        assertThat(told).isEmpty();
        pass(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void whatWasWaitedForInVainIsNotWaitedForAgain() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 2));
        hearWhatCame(quantity.restated(units("A", 1, 2), START).changesSince(quantity));
        pass(30);
        SeenClaim other = claimed(new UnitLine(1, null, 25));
        List<Sighting> changes = other.restated(units("B", 1, 25), START).changesSince(other);
        hearWhatWent(changes);

        hearWhatCame(changes);
        claimed(new UnitLine(1, "C-1", 1));
        assertThat(told).isEmpty();
        pass(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void unitsThatFollowOneAfterTheOtherPutTheLookOffForAMinuteInAll() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 29));
        List<Sighting> came = quantity.restated(units("A", 1, 29), START).changesSince(quantity).stream()
                .filter(Sighting::counts)
                .toList();
        for (Sighting one : came.subList(0, 20)) {
            hear(one);
            pass(2);
        }
        SeenClaim other = claimed(new UnitLine(1, "C-1", 1));
        hear(other.restated(units("D", 1, 1), START).changesSince(other).getLast());
        pass(19);
        assertThat(told).isEmpty();
        pass(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void whereNothingIsWaitedForTheyPutItOffForHalfAMinuteInAll() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 29));
        List<Sighting> changes = quantity.restated(units("A", 1, 29), START).changesSince(quantity);
        hearWhatWent(changes);
        List<Sighting> came = changes.stream().filter(Sighting::counts).toList();
        hear(came.getFirst());
        claimed(units("B", 1, 29).toArray(UnitLine[]::new));
        for (int half = 1; half < 60; half++) {
            pass(Duration.ofMillis(500));
            Sighting one = came.get(1 + half % 28);
            hear(one);
            hear(one.gone());
        }
        assertThat(told).isEmpty();
        pass(Duration.ofMillis(500));

        assertThat(told).hasSize(1);
    }

    @Test
    void whatWentBeforeItsUnitsCameIsNotWaitedFor() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 20));
        claimed(units("B", 1, 9).toArray(UnitLine[]::new));
        SeenClaim serials = quantity.restated(units("A", 1, 20), START);

        hearWhatWent(serials.changesSince(quantity));
        hearWhatCame(serials.changesSince(quantity));
        claimed(new UnitLine(1, "C-1", 1));
        assertThat(told).isEmpty();
        pass(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void whatIsInAnotherGroupIsNotWaitedFor() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 29));
        claimed(new UnitLine(1, "L-0", 1));
        SeenClaim serials = quantity.restated(units("L", 1, 29), START);
        told.clear();

        hearWhatCame(serials.changesSince(quantity));
        pass(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void eachUnitThatIsClaimedOtherwisePutsTheLookOffByASecondAndAllOfThemByHalfAMinute() {
        SeenClaim quantity = claimed(new UnitLine(1, null, 29));
        List<Sighting> changes = quantity.restated(units("A", 1, 29), START).changesSince(quantity);
        hearWhatWent(changes);
        claimed(units("B", 1, 20).toArray(UnitLine[]::new));
        List<Sighting> came = changes.stream().filter(Sighting::counts).toList();
        for (Sighting one : came.subList(0, 15)) {
            hear(one);
            pass(Duration.ofMillis(700));
        }
        assertThat(told).isEmpty();

        pass(1);

        assertThat(told).hasSize(1);
    }

    @Test
    void theNextBatchIsLookedForWhenUnitsThatWereClaimedAfterTheClosingCountOnce() {
        claimed(START.minusSeconds(60), units("B", 1, 30).toArray(UnitLine[]::new));
        SeenClaim quantity = claimed(new UnitLine(1, null, 20));
        SeenClaim serials = quantity.restated(units("A", 1, 20), START);
        hearWhatCame(serials.changesSince(quantity));
        pass(1);
        Group group = ((Alarm) told.getFirst()).group();
        told.clear();

        news.pipeInput(group.id(), GroupNews.resolved(1, START.minusSeconds(30)), machine);
        pass(25);
        hearWhatWent(serials.changesSince(quantity));
        pass(1);
        assertThat(told).isEmpty();

        claimed(units("C", 1, 10).toArray(UnitLine[]::new));
        assertThat(told).singleElement().isInstanceOfSatisfying(Alarm.class, alarm -> assertThat(alarm.episode())
                .isEqualTo(2));
    }

    /** A claim that is heard, and counted. */
    private SeenClaim claimed(UnitLine... lines) {
        return claimed(START, lines);
    }

    private SeenClaim claimed(Instant at, UnitLine... lines) {
        ClaimSubmitted submitted = new ClaimSubmitted(
                "clm-" + UUID.randomUUID(),
                VENDOR,
                "A-1",
                new CustomerRef("cus-1", 1),
                "nordwind",
                null,
                "PX-200",
                "P-501",
                List.of(lines),
                List.of(),
                at);
        SeenClaim claim = SeenClaim.of(submitted, "P-501");
        hear(claim.sightings());
        return claim;
    }

    private static List<UnitLine> units(String serials, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(unit -> new UnitLine(unit, serials + "-" + unit, 1))
                .toList();
    }

    private void hearWhatCame(List<Sighting> changes) {
        hear(changes.stream().filter(Sighting::counts).toList());
    }

    private void hearWhatWent(List<Sighting> changes) {
        hear(changes.stream().filter(change -> !change.counts()).toList());
    }

    private void hear(List<Sighting> changes) {
        changes.forEach(this::hear);
    }

    /** What begins with L is of a lot. */
    private void hear(Sighting change) {
        boolean isOfLot = change.serial() != null && change.serial().startsWith("L");
        SeenUnit unit = isOfLot ? SeenUnit.NEVER.of("L-7", START) : SeenUnit.NEVER;
        Group group = Group.of(change, unit.lot(), RULE, OF_POLICY_A);
        Entry entry = Entry.of(change, unit, OF_POLICY_A);
        news.pipeInput(group.id(), GroupNews.of(group, entry, change.counts(), change.insteadOf()), machine);
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            pass(Duration.ofSeconds(1));
        }
    }

    private void pass(Duration time) {
        machine = machine.plus(time);
        driver.advanceWallClockTime(time);
    }
}
