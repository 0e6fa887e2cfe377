package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.Topic;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts the units that fail alike, from the events of claims to the alarm, in three steps, each keyed by what it needs to
 * be right: by claim, by unit, by group. It is a function of how units are grouped; thresholds and windows come with the
 * policies and change in place.
 *
 * <p>Times of business are in the records; the records' own timestamps stay those of the broker, which refuses what lies
 * far ahead.
 */
final class RadarTopology {

    private RadarTopology() {}

    static Topology of(Grouping grouping, Clock clock, StateStores stores, Intake intake) {
        return of(grouping, Retention.of(clock), stores, intake);
    }

    static Topology of(Grouping grouping, Retention retention, StateStores stores, Intake intake) {
        JsonMapper json = stores.events();
        Past past = new Past();
        Serde<String> keys = Serdes.String();
        Serde<byte[]> bytes = Serdes.ByteArray();
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable(
                Topic.POLICIES.topicName(),
                Consumed.with(keys, new Table<>(PublishedPolicy.class, PublishedPolicy.UNREADABLE, json)),
                Materialized.as(Stores.inMemoryKeyValueStore(PublishedRules.VERSIONS)));

        builder.globalTable(
                Topic.FAULT_CATALOGUE.topicName(),
                Consumed.with(keys, new Table<>(PublishedFamily.class, null, json)),
                Materialized.as(Stores.inMemoryKeyValueStore(PublishedFamily.FAMILIES)));

        // Each reader takes of the redriven ones what it hears; a unit's must come to where the unit is counted.
        KStream<String, byte[]> redriven =
                builder.stream(RadarRedrive.TOPIC, Consumed.with(keys, bytes).withName("redriven-events"));
        KStream<String, UnitNews> enteredAgain = redriven.process(
                        UnitReader.supplier(intake), Named.as("redriven-unit-reader"))
                .mapValues(UnitNews.Entered.class::cast)
                .repartition(Repartitioned.with(keys, stores.json(UnitNews.Entered.class))
                        .withName("redriven-lots")
                        .withNumberOfPartitions(Topic.PARTITIONS))
                .mapValues(UnitNews.class::cast);

        KStream<String, Sighting> claimed = builder.stream(
                        List.of(Topic.CLAIMS.topicName(), Topic.DIAGNOSIS.topicName()),
                        Consumed.with(keys, bytes).withName("claim-events"))
                .merge(redriven)
                .process(ClaimReader.supplier(retention, stores, intake, past), Named.as("claim-reader"));
        KStream<String, UnitNews> sightings = claimed.repartition(Repartitioned.with(keys, stores.json(Sighting.class))
                        .withName("sightings")
                        .withNumberOfPartitions(Topic.PARTITIONS))
                .mapValues(UnitNews.Claimed::new);
        KStream<String, UnitNews> entered = builder.stream(
                        Topic.UNITS.topicName(), Consumed.with(keys, bytes).withName("unit-events"))
                .process(UnitReader.supplier(intake), Named.as("unit-reader"));

        KStream<String, GroupNews> counted = sightings
                .merge(entered)
                .merge(enteredAgain)
                .process(LotFinder.supplier(grouping, retention, stores, past), Named.as("lot-finder"))
                .repartition(Repartitioned.with(keys, stores.json(GroupNews.class))
                        .withName("counted")
                        .withNumberOfPartitions(Topic.PARTITIONS));
        KStream<String, GroupNews> resolved = builder.stream(
                        Topic.BATCH_ISSUES.topicName(),
                        Consumed.with(keys, bytes).withName("issue-events"))
                .merge(redriven)
                .process(IssueReader.supplier(intake), Named.as("issue-reader"))
                .repartition(Repartitioned.with(keys, stores.json(GroupNews.class))
                        .withName("resolved")
                        .withNumberOfPartitions(Topic.PARTITIONS));

        KStream<String, Told> told = counted.merge(resolved)
                .process(GroupCounter.supplier(retention, stores, past), Named.as("group-counter"));
        told.filter((group, one) -> one instanceof Alarm, Named.as("alarms"))
                .mapValues(Alarm.class::cast)
                .process(AlarmWriter.supplier(retention.clock(), json), Named.as("alarm-writer"))
                .to(Topic.BATCH_ALARMS.topicName(), Produced.with(keys, bytes));
        told.filter((group, one) -> one instanceof Gauge, Named.as("gauges"))
                .mapValues(Gauge.class::cast)
                .process(GaugeWriter.supplier(json), Named.as("gauge-writer"))
                .to(Topic.BATCH_GAUGES.topicName(), Produced.with(keys, bytes));
        return builder.build();
    }
}
