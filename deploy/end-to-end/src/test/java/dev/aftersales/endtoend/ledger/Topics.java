package dev.aftersales.endtoend.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The suite's topics, and how far its consumers are. */
final class Topics {

    /** The radar's group reads several topics, and its own beside them. */
    private static final String RADAR = "radar-";

    /** A transaction ends with a mark behind its last record, and one that was taken back leaves records: nobody handles these. */
    private static final Set<String> IN_TRANSACTIONS = Set.of("batch-alarms", "batch-gauges");

    private final Map<String, Object> settings;

    Topics(String broker) {
        settings = Map.of("bootstrap.servers", broker, "isolation.level", "read_committed");
    }

    /** How many records each group has not handled; groups without a lag are left out. */
    Map<String, Long> lag() {
        try (Admin admin = Admin.create(settings)) {
            Map<String, Long> lags = new TreeMap<>();
            for (GroupListing group : admin.listGroups().all().get()) {
                Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
                String topic = group.groupId().substring(group.groupId().indexOf('.') + 1);
                if (topic.startsWith(RADAR)) {
                    handled.keySet().stream()
                            .filter(one -> !one.topic().startsWith(group.groupId()))
                            .forEach(one -> asked.put(one, OffsetSpec.latest()));
                } else {
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .forEach(one -> asked.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
                }
                long lag = 0;
                for (var end : admin.listOffsets(asked).all().get().entrySet()) {
                    OffsetAndMetadata done = handled.get(end.getKey());
                    long from = done == null ? 0 : done.offset();
                    long left = end.getValue().offset() - from;
                    lag += left > 0 && IN_TRANSACTIONS.contains(end.getKey().topic())
                            ? told(end.getKey(), from, end.getValue().offset())
                            : left;
                }
                if (lag > 0) {
                    lags.put(group.groupId(), lag);
                }
            }
            return lags;
        } catch (ExecutionException e) {
            return Map.of("the broker does not say (" + e.getCause().getClass().getSimpleName() + "); some group", 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many records were told between these; all that lie there while a transaction is open. */
    private long told(TopicPartition partition, long from, long end) {
        if (end - from == 1) {
            return 0;
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            if (consumer.endOffsets(List.of(partition)).get(partition) < end) {
                return end - from;
            }
            consumer.seek(partition, from);
            long told = 0;
            while (consumer.position(partition) < end) {
                told += consumer.poll(Duration.ofMillis(200)).count();
            }
            return told;
        }
    }

    /** Every record of every topic, in the order of each partition. */
    List<Sighting.Event> everything() {
        List<Sighting.Event> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic ->
                            !topic.getKey().startsWith("_") && !topic.getKey().endsWith(".dead-letters"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> found.add(event(one)));
            }
        }
        return found;
    }

    private static Sighting.Event event(ConsumerRecord<String, byte[]> received) {
        String sequence = header(received, "ce_sequence");
        return new Sighting.Event(
                received.topic(),
                String.valueOf(received.key()),
                header(received, "ce_id"),
                header(received, "ce_type"),
                sequence.isEmpty() ? null : Long.valueOf(sequence));
    }

    private static String header(ConsumerRecord<String, byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
