package dev.aftersales.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Says anything on the topics of the test broker and hears everything. Reading keeps no group and moves no offset of
 * the service under test.
 */
public final class Topics {

    /** How long reading waits for what it is told to wait for. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int PARTITIONS = 12;
    private static final Map<String, TopicReader> READERS = new ConcurrentHashMap<>();
    private static final List<String> KNOWN = new CopyOnWriteArrayList<>();

    private Topics() {}

    /** Makes the topic where nobody has. */
    public static void ensure(String topic) {
        if (KNOWN.contains(topic)) {
            return;
        }
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot make topic " + topic, e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("cannot make topic " + topic, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        KNOWN.add(topic);
    }

    /** Writes a record of any kind, and returns when the broker has it. */
    public static void produce(
            String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        ensure(topic);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            Shared.PRODUCER.send(message).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot write to " + topic, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** An event of that type, to be completed and sent. */
    public static EventToSend event(String type) {
        return new EventToSend(type);
    }

    /** Everything on the topic from its beginning to its end of now, each partition in its order. */
    public static List<Message> read(String topic) {
        return reader(topic).read();
    }

    /** Everything on the topic whose CloudEvents subject is {@code subject}, in the order it was written. */
    public static List<Message> about(String subject, String topic) {
        return read(topic).stream().filter(m -> m.subject().equals(subject)).toList();
    }

    /**
     * Reads the topic from its beginning until what is there satisfies {@code enough}.
     *
     * @throws org.awaitility.core.ConditionTimeoutException after {@link #PATIENCE}, naming what was there
     */
    public static List<Message> await(String topic, Predicate<List<Message>> enough) {
        TopicReader reader = reader(topic);
        return Awaitility.await("records of " + topic)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(25))
                .until(reader::read, new Satisfying(enough));
    }

    /** The first record of the topic that {@code wanted} accepts, which may have to be waited for. */
    public static Message awaitOne(String topic, Predicate<Message> wanted) {
        return await(topic, messages -> messages.stream().anyMatch(wanted)).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** The first event of that type about that subject, which may have to be waited for. */
    public static Message awaitEvent(String topic, String type, String subject) {
        return awaitOne(topic, m -> m.type().equals(type) && m.subject().equals(subject));
    }

    private static TopicReader reader(String topic) {
        return READERS.computeIfAbsent(topic, TopicReader::new);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static final class Shared {
        private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Infrastructure.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
