package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole policies topic, and goes on reading it, for how the policies group. Every instance reads all of it. */
final class PolicyWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PolicyWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final JsonMapper json;
    private final Map<String, PublishedPolicy> versions = new HashMap<>();

    /** @param consumer of no group, which this closes */
    PolicyWatch(Consumer<String, byte[]> consumer, JsonMapper json) {
        this.consumer = consumer;
        this.json = json;
    }

    /** Reads what the topic holds by now. */
    void readAll() {
        // As declared: a broker that has just made the topic may not tell of its partitions yet.
        List<TopicPartition> partitions = IntStream.range(0, Topic.POLICIES.partitions())
                .mapToObj(partition -> new TopicPartition(Topic.POLICIES.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            look();
        }
    }

    /** Waits a moment for more; says whether there was. */
    boolean look() {
        var received = consumer.poll(LOOK);
        received.forEach(this::take);
        return !received.isEmpty();
    }

    Grouping grouping() {
        return Grouping.of(versions.values());
    }

    private void take(ConsumerRecord<String, byte[]> received) {
        if (received.key() == null) {
            return;
        }
        if (received.value() == null) {
            versions.remove(received.key());
            return;
        }
        try {
            versions.put(received.key(), json.readValue(received.value(), PublishedPolicy.class));
        } catch (JacksonException e) {
            log.atError()
                    .addKeyValue("partition", received.partition())
                    .addKeyValue("offset", received.offset())
                    .log("A policy version cannot be read");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
