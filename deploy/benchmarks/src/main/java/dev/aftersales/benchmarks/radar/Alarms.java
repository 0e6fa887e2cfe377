package dev.aftersales.benchmarks.radar;

import dev.aftersales.benchmarks.load.MailSink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Hears by production lot when the radar rang, when the batch issue was told, and when its staff had the mail. */
final class Alarms implements AutoCloseable {

    static final String LOT = "BMLOT-";

    /** The vendor's operations and its account managers. */
    private static final int MAILS_OF_ONE = 2;

    private static final Pattern NAMED = Pattern.compile(LOT + "[0-9]+");
    private static final Map<String, String> TYPES =
            Map.of("batch-alarms", "radar.threshold-reached.v1", "batch-issues", "batches.batch-issue-detected.v1");

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> rung = new ConcurrentHashMap<>();
    private final Map<String, Long> detected = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> mails = new ConcurrentHashMap<>();
    private final Map<String, Integer> told = new ConcurrentHashMap<>();
    private final JsonMapper json = JsonMapper.shared();
    private volatile boolean open = true;
    private final Thread listener;

    Alarms(int broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + broker,
                        // What is not committed is none: the radar writes in transactions.
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TYPES.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listener = Thread.ofPlatform().daemon().name("alarms").start(this::listen);
    }

    private void listen() {
        while (open) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
        }
        consumer.close();
    }

    private void hear(ConsumerRecord<String, byte[]> heard) {
        long now = System.nanoTime();
        if (!header(heard, "ce_type").equals(TYPES.get(heard.topic()))) {
            return;
        }
        String lot = json.readTree(heard.value()).path("group").path("lot").asString("");
        if (heard.topic().equals("batch-alarms")) {
            rung.putIfAbsent(lot, now);
        } else {
            detected.putIfAbsent(lot, now);
            told.merge(lot, 1, Integer::sum);
        }
    }

    /** Hears of every mail; those about other things, or about what became of the issue, count nowhere. */
    void hear(MailSink.Mail mail) {
        Matcher lot = NAMED.matcher(mail.subject());
        if (lot.find()) {
            mails.merge(
                    lot.group(),
                    List.of(mail.acceptedAt()),
                    (some, more) -> some.size() < MAILS_OF_ONE ? List.of(some.getFirst(), more.getFirst()) : some);
        }
    }

    /** Of {@link System#nanoTime()}; 0 when it was not heard. */
    long rungAt(String lot) {
        return rung.getOrDefault(lot, 0L);
    }

    /** When the issue was on its topic; 0 when it was not heard. */
    long detectedAt(String lot) {
        return detected.getOrDefault(lot, 0L);
    }

    /** When the last of those whom it concerns at once had the mail; 0 as long as one has not. */
    long mailedAt(String lot) {
        List<Long> taken = mails.getOrDefault(lot, List.of());
        return taken.size() < MAILS_OF_ONE ? 0 : Math.max(taken.getFirst(), taken.getLast());
    }

    /** How often the issue was told. */
    int told(String lot) {
        return told.getOrDefault(lot, 0);
    }

    private static String header(ConsumerRecord<?, ?> heard, String name) {
        Header header = heard.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
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
