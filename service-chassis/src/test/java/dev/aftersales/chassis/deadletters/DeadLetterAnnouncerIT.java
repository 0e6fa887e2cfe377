package dev.aftersales.chassis.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.deadletters.Settlements.Act;
import dev.aftersales.chassis.deadletters.Settlements.Order;
import dev.aftersales.chassis.events.Reactions;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.contracts.Topic;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class DeadLetterAnnouncerIT {

    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    MongoClient client;

    @Autowired
    Reactions reactions;

    @Autowired
    Aggregates<Tally> tallies;

    @Autowired
    Supplier<Producer<String, byte[]>> producers;

    private final String id = Sample.freshId();
    private MongoDatabase database;
    private DeadLetters deadLetters;
    private Settlements settlements;
    private DeadLetterAnnouncer announcer;

    @BeforeEach
    void inADatabaseOfItsOwn() {
        database = client.getDatabase("letters-" + id);
        deadLetters = new DeadLetters(database, Clock.systemUTC(), new SimpleMeterRegistry());
        deadLetters.createIndexes();
        settlements = new Settlements(deadLetters, reactions, List.of(), Clock.systemUTC());
        announcer = new DeadLetterAnnouncer(deadLetters, settlements, producers);
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void topicThatWasDeletedLosesNothingAndHoldsNobodyUp() throws Exception {
        try (Admin admin = admin()) {
            make(admin, "customers.dead-letters", Map.of());
            admin.deleteTopics(List.of("customers.dead-letters")).all().get();
            await().until(() -> !admin.listTopics().names().get().contains("customers.dead-letters"));
            for (int offset = 0; offset < 150; offset++) {
                bury("customers", offset, id + "-" + offset, good(id + "-" + offset));
            }
            bury("claims", 0, id, good(id));

            announcer.run();
            announcer.run();

            assertThat(Topics.awaitOne("claims.dead-letters", message -> id.equals(message.key()))
                            .header("dead-letter-content"))
                    .isNull();
            assertThat(untold()).isEqualTo(150);
            assertThat(deadLetters.list(Status.DEAD, EVER, 1000)).hasSize(151);
            DeadLetter first = deadLetters.list(Status.DEAD, EVER, 1000).stream()
                    .filter(letter -> letter.topic().equals("customers"))
                    .findFirst()
                    .orElseThrow();
            assertThat(settlements.settle(first.id(), new Order("olga", Act.REDRIVE, null)))
                    .get()
                    .isInstanceOf(Outcome.Done.class);
            assertThat(tallies.find(String.valueOf(first.key()))).isPresent();

            make(admin, "customers.dead-letters", Map.of());
            await().until(() -> {
                announcer.run();
                return untold() == 0;
            });
            Topics.await("customers.dead-letters", told -> told.size() >= 150);
            admin.deleteTopics(List.of("customers.dead-letters")).all().get();
        }
    }

    @Test
    void letterThatIsTooLargeForItsTopicIsToldWithoutItsContentAndHoldsNobodyUp() throws Exception {
        try (Admin admin = admin()) {
            make(admin, "logistics.dead-letters", Map.of("max.message.bytes", "2000"));
        }
        bury("logistics", 1, "large", new byte[10_000]);
        bury("logistics", 2, "small", "no event".getBytes(StandardCharsets.UTF_8));

        announcer.run();

        assertThat(untold()).isZero();
        List<Message> told = Topics.await("logistics.dead-letters", all -> all.size() == 2);
        assertThat(told)
                .filteredOn(message -> "large".equals(message.key()))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.value()).isNull();
                    assertThat(message.header("dead-letter-content")).isEqualTo("omitted");
                    assertThat(message.header("dead-letter-origin")).isEqualTo("logistics/0/1");
                });
    }

    @Test
    void letterThatWasKeptWithoutItsContentSaysSo() {
        bury("claims", 1, id, new byte[Topic.MAX_EVENT_BYTES + 1]);

        announcer.run();

        Message told = Topics.awaitOne("claims.dead-letters", message -> id.equals(message.key()));
        assertThat(told.value()).isNull();
        assertThat(told.header("dead-letter-content")).isEqualTo("omitted");
    }

    @Test
    void letterThatIsBrokenItselfHoldsNobodyUp() {
        bury("claims", 1, id + "-broken", new byte[0]);
        database.getCollection("deadLetters")
                .updateOne(Filters.eq("key", id + "-broken"), com.mongodb.client.model.Updates.unset("headers"));
        bury("claims", 2, id, new byte[0]);

        announcer.run();

        Topics.awaitOne("claims.dead-letters", message -> id.equals(message.key()));
        assertThat(untold()).isEqualTo(1);
    }

    private long untold() {
        return database.getCollection("deadLetters").countDocuments(Filters.exists("announceSince"));
    }

    private void bury(String topic, long offset, String key, byte[] value) {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(topic, 0, offset, key, value);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "claims.evidence-received.v1",
                        "ce_id", "claims/" + key + "/1",
                        "ce_source", "/claims-service",
                        "ce_subject", key,
                        "ce_time", "2026-11-20T10:00:00Z",
                        "ce_vendor", "exporter",
                        "ce_sequence", "1")
                .forEach((name, text) -> received.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        deadLetters.bury("sample-service." + topic, received, new IllegalStateException("bad"), 1);
    }

    private static byte[] good(String key) {
        return ("{\"claimId\":\"" + key + "\",\"vendor\":\"exporter\",\"evidenceIds\":[\"e\"]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void make(Admin admin, String topic, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(settings)))
                .all()
                .get();
    }

    private static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.bootstrapServers()));
    }
}
