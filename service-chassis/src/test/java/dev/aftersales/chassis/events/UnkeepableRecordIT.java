package dev.aftersales.chassis.events;

import static dev.aftersales.chassis.sample.Sample.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.deadletters.DeadLetters;
import dev.aftersales.chassis.health.ListenersHealth;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.ServiceIT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

@ServiceIT
class UnkeepableRecordIT {

    @Autowired
    MongoClient client;

    @Autowired
    Reactions reactions;

    @Autowired
    AggregatesFactory aggregates;

    private final String id = Sample.freshId();

    @Test
    void isNotPassedOverAndTurnsLivenessDownUntilItIsKept() {
        MongoDatabase database = client.getDatabase("letters-" + id);
        var letters = database.getCollection("deadLetters");
        // A store that refuses every letter after the first: no outage, and no fault of the record's either.
        letters.createIndex(Indexes.ascending("status"), new IndexOptions().unique(true));
        letters.insertOne(new Document("_id", "first").append("status", "DEAD"));
        Listeners other = listeners(new DeadLetters(database, Clock.systemUTC(), new SimpleMeterRegistry()));
        other.start();
        try {
            evidence(id, 1, "poison").to("claims");

            await().until(() -> other.dead().contains(id + ".claims"));
            assertThat(new ListenersHealth(other).health().getStatus()).isEqualTo(Status.DOWN);

            letters.dropIndexes();
            await().atMost(Duration.ofSeconds(20)).until(() -> letters.countDocuments(new Document("key", id)) == 1);
            await().until(() -> other.dead().isEmpty());
        } finally {
            other.stop();
            database.drop();
        }
    }

    private Listeners listeners(DeadLetters deadLetters) {
        SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
        return new Listeners(
                reactions,
                deadLetters,
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                Infrastructure.bootstrapServers(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                new TopicsReady(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.bootstrapServers()),
                        (short) 1),
                aggregates,
                id,
                new ReactionSettings(1, 2, Duration.ofMillis(100)),
                scheduler);
    }
}
