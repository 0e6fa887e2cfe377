package dev.aftersales.benchmarks.traces;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What comes onto the suite's topics from a moment on. */
public final class TopicRecords implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of("claims", "diagnosis", "logistics", "notifications", "customers", "partner-events");

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicRecords(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** From now on. */
    public static TopicRecords fromNow(int broker) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + broker),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        new HashMap<>(consumer.endOffsets(partitions)).forEach(consumer::seek);
        return new TopicRecords(consumer, partitions);
    }

    /** "topic type" of each that has come, in no particular order across partitions. */
    public List<String> soFar() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<String> records = new ArrayList<>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(Duration.ofMillis(200)).forEach(received -> {
                Header type = received.headers().lastHeader("ce_type");
                records.add(received.topic() + " "
                        + (type == null ? "?" : new String(type.value(), StandardCharsets.UTF_8)));
            });
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
