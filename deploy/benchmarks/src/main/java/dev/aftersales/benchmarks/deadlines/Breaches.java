package dev.aftersales.benchmarks.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears each breach that is told, and when. */
final class Breaches implements AutoCloseable {

    private static final String TYPE = "claims.deadline-breached.v1";

    /**
     * One breach.
     *
     * @param late from the second in which it was late until it was on the topic
     * @param heardAt of {@link System#nanoTime()}
     */
    record Told(String claim, Duration late, Instant at, long heardAt) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> heardAt = new ConcurrentHashMap<>();
    private volatile boolean open = true;
    private final Thread listener;

    Breaches(int broker) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + broker),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor("claims").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listener = Thread.ofPlatform().daemon().name("breaches").start(this::listen);
    }

    private void listen() {
        while (open) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
        }
        consumer.close();
    }

    private void hear(ConsumerRecord<String, byte[]> heard) {
        if (!TYPE.equals(header(heard, "ce_type"))) {
            return;
        }
        Instant due = Instant.parse(header(heard, "ce_time"));
        Instant onTopic = Instant.ofEpochMilli(heard.timestamp());
        if (heardAt.putIfAbsent(heard.key(), System.nanoTime()) == null) {
            told.add(new Told(heard.key(), Duration.between(due, onTopic), onTopic, System.nanoTime()));
        }
    }

    private static String header(ConsumerRecord<?, ?> heard, String name) {
        Header header = heard.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    List<Told> soFar() {
        return List.copyOf(told);
    }

    int count() {
        return told.size();
    }

    void forget() {
        told.clear();
    }

    /** When the breach of that claim was heard, of {@link System#nanoTime()}; 0 when it was not. */
    long heardAt(String claim) {
        return heardAt.getOrDefault(claim, 0L);
    }

    @Override
    public void close() {
        open = false;
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
