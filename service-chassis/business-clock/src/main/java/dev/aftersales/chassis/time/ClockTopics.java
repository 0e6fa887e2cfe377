package dev.aftersales.chassis.time;

import dev.aftersales.contracts.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * The two topics of simulated time, each with one partition: {@link Topic#CLOCK} says where business time stands, and
 * {@value #FOLLOWERS} how far each instance follows. The second is nobody's contract but this package's.
 */
public final class ClockTopics {

    static final String FOLLOWERS = "clock-followers";

    static final TopicPartition CLOCK_PARTITION = new TopicPartition(Topic.CLOCK.topicName(), 0);
    static final TopicPartition FOLLOWERS_PARTITION = new TopicPartition(FOLLOWERS, 0);

    /** Where time is simulated there is one broker. */
    private static final short REPLICAS = 1;

    private static final long ANSWER_SECONDS = 5;

    private final KafkaProperties kafka;

    ClockTopics(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** Makes them where nobody has. */
    void ensure() throws InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            make(
                    admin,
                    new NewTopic(Topic.CLOCK.topicName(), Topic.CLOCK.partitions(), REPLICAS)
                            .configs(Topic.CLOCK.settings(REPLICAS)));
            // What an instance said an hour ago says nothing any more, also where it could not take its word back.
            make(
                    admin,
                    new NewTopic(FOLLOWERS, 1, REPLICAS)
                            .configs(Map.of(
                                    "cleanup.policy",
                                    "compact,delete",
                                    "retention.ms",
                                    Long.toString(TimeUnit.HOURS.toMillis(1)),
                                    "segment.ms",
                                    Long.toString(TimeUnit.MINUTES.toMillis(10)),
                                    "min.insync.replicas",
                                    "1")));
        }
    }

    private static void make(Admin admin, NewTopic topic) throws InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Reads without a group, because every instance needs all of it. */
    Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Producer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1500);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
