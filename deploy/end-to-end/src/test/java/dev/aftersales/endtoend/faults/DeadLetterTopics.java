package dev.aftersales.endtoend.faults;

import dev.aftersales.contracts.Topic;
import dev.aftersales.local.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics that tell of dead letters, which can be made to take none. */
final class DeadLetterTopics implements AutoCloseable {

    private static final String MOST_BYTES = "max.message.bytes";

    /** Those of every suite: the clock's are there only where time is simulated. */
    private static final Set<Topic> TOPICS = EnumSet.complementOf(EnumSet.of(Topic.CLOCK));

    private final Map<String, Object> settings;

    DeadLetterTopics(Suite.Running suite) {
        settings = Map.of("bootstrap.servers", "127.0.0.1:" + suite.ports().broker());
    }

    /** From now on they take nothing, because everything is too large for them. */
    void refuse() {
        alter(new AlterConfigOp(new ConfigEntry(MOST_BYTES, "1"), AlterConfigOp.OpType.SET));
    }

    /** From now on they take what they are told. */
    void accept() {
        alter(new AlterConfigOp(new ConfigEntry(MOST_BYTES, null), AlterConfigOp.OpType.DELETE));
    }

    /** The letters that they were told of, by their ids. */
    Set<String> told() {
        Set<String> told = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.deadLetterTopicName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> told.add(letterOf(one)));
            }
        }
        return told;
    }

    private static String letterOf(ConsumerRecord<byte[], byte[]> announcement) {
        return header(announcement, "dead-letter-consumer") + "~"
                + header(announcement, "dead-letter-origin").replace('/', '~');
    }

    private static String header(ConsumerRecord<byte[], byte[]> announcement, String name) {
        return new String(announcement.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void alter(AlterConfigOp change) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic topic : TOPICS) {
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.deadLetterTopicName()), List.of(change));
        }
        try (Admin admin = Admin.create(settings)) {
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Leaves them writable, also after a run that failed. */
    @Override
    public void close() {
        accept();
    }
}
