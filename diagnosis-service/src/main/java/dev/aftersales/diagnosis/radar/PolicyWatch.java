package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.events.UnreadableEvent;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.catalogue.FaultCodeEntered;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished;
import dev.aftersales.contracts.events.policies.PolicyVersionWithdrawn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the topics whose last words every instance holds, and goes on reading them: for how the policies group, and for what
 * cannot be read there, which becomes a dead letter. The topology passes over that.
 */
final class PolicyWatch implements AutoCloseable {

    static final List<Topic> TABLES = List.of(Topic.POLICIES, Topic.FAULT_CATALOGUE);

    static final Heard<PublishedPolicy> VERSIONS = new Heard<PublishedPolicy>()
            .as(PolicyVersionPublished.class, PublishedPolicy::of)
            .as(PolicyVersionWithdrawn.class, PublishedPolicy::of);

    static final Heard<PublishedFamily> FAMILIES =
            new Heard<PublishedFamily>().as(FaultCodeEntered.class, PublishedFamily::of);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final EventCodec codec;
    private final Letters letters;
    private final Map<String, PublishedPolicy> versions = new HashMap<>();

    /** @param consumer of no group, which this closes */
    PolicyWatch(Consumer<String, byte[]> consumer, EventCodec codec, Letters letters) {
        this.consumer = consumer;
        this.codec = codec;
        this.letters = letters;
    }

    /** Reads what the topics hold by now. */
    void readAll() {
        List<TopicPartition> partitions = TABLES.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
        // As declared: a broker that has just made a topic may not tell of its partitions yet.
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            look();
        }
    }

    /** Waits a moment for more; says whether the policies say more. */
    boolean look() {
        var received = consumer.poll(LOOK);
        received.forEach(this::take);
        return received.records(Topic.POLICIES.topicName()).iterator().hasNext();
    }

    Grouping grouping() {
        return Grouping.of(versions.values());
    }

    private void take(ConsumerRecord<String, byte[]> received) {
        try {
            if (Topic.FAULT_CATALOGUE.topicName().equals(received.topic())) {
                if (received.value() != null && FAMILIES.concerns(received)) {
                    FAMILIES.read(codec, received);
                }
            } else if (received.value() == null) {
                versions.remove(received.key());
            } else if (VERSIONS.concerns(received)) {
                versions.put(received.key(), VERSIONS.read(codec, received));
            }
        } catch (UnreadableEvent e) {
            letters.bury(received, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
