package dev.aftersales.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.aftersales.chassis.SampleApplication;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
class OutboxIT {

    private static final String TYPE = "diagnosis.diagnosis-started.v1";

    @Autowired
    Aggregates<Tally> tallies;

    @Autowired
    MongoDatabase database;

    @Autowired
    MongoClient client;

    @Autowired
    OutboxRelay relay;

    @Autowired
    EventCodec codec;

    @Autowired
    Supplier<Producer<String, byte[]>> producers;

    private final String id = Sample.freshId();

    @Test
    void commitsOfOneAggregateArriveInOrderOnceAndAreTakenOut() {
        tallies.insert(id, Change.of(tally(0), tally(0).told()));
        IntStream.range(0, 200)
                .forEach(i -> tallies.decide(id, stored -> {
                    Tally next = stored.state().plusOne(Instant.EPOCH);
                    return Decision.commit(next, true, next.told());
                }));

        Topics.await("diagnosis", all -> sequences(all).size() >= 201);

        assertThat(sequences(Topics.read("diagnosis")))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 201).boxed().toList());
        await().untilAsserted(() -> {
            assertThat(raw().getList("outbox", Document.class)).isEmpty();
            assertThat(raw()).doesNotContainKey("pendingSince");
        });
    }

    @Test
    void theCommitWakesTheRelay() {
        Instant committed = Instant.now();
        tallies.insert(id, Change.of(tally(0), tally(0).told()));

        Message told = Topics.awaitEvent("diagnosis", TYPE, id);

        // The sweep looks only at what is two seconds old: this was no sweep.
        assertThat(Duration.between(committed, told.stamped())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void sweepTellsWhatADeadProcessLeftBehind() {
        database.getCollection("tallies")
                .insertOne(new Document("_id", id)
                        .append("vendor", "exporter")
                        .append("version", 1L)
                        .append("lastSequence", 2L)
                        .append("pendingSince", Date.from(Instant.now().minusSeconds(60)))
                        .append("outbox", List.of(entry(1), entry(2)))
                        .append("state", new Document()));

        Topics.await("diagnosis", all -> sequences(all).size() >= 2);

        assertThat(sequences(Topics.read("diagnosis"))).startsWith(1L, 2L);
        await().untilAsserted(() -> assertThat(raw()).doesNotContainKey("pendingSince"));
    }

    @Test
    void failedSendGivesTheLaneUpAndTheNextTryStartsWithTheOldest() {
        MockProducer<String, byte[]> broken =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        OutboxRelay other = new OutboxRelay(
                () -> broken,
                new OutboxMarker(database),
                codec,
                new OutboxSettings(2, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        other.start();
        try {
            other.committed(SampleApplication.TALLIES, id, "exporter", List.of(entryOf(1), entryOf(2)));
            await().until(() -> broken.history().size() == 1);
            broken.errorNext(new org.apache.kafka.common.errors.TimeoutException("broker gone"));
            await().until(() -> other.lanes() == 0);

            other.committed(SampleApplication.TALLIES, id, "exporter", List.of(entryOf(1), entryOf(2)));
            await().until(() -> broken.history().size() == 2);
            broken.completeNext();
            await().until(() -> broken.history().size() == 3);
            broken.completeNext();
            await().until(() -> other.lanes() == 0);

            assertThat(broken.history().stream()
                            .map(sent -> new String(
                                    sent.headers().lastHeader("ce_sequence").value())))
                    .containsExactly("1", "1", "2");
        } finally {
            other.stop();
        }
    }

    @Test
    void producerThatCanSendNoMoreIsReplaced() {
        MockProducer<String, byte[]> spent =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        spent.sendException = new KafkaException("the producer is in a fatal state");
        MockProducer<String, byte[]> fresh =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        Iterator<MockProducer<String, byte[]>> both = List.of(spent, fresh).iterator();
        OutboxRelay other = relayOn(() -> both.next());
        other.start();
        try {
            await().untilAsserted(() -> {
                other.committed(SampleApplication.TALLIES, id, "exporter", List.of(entryOf(1)));
                assertThat(fresh.history()).isNotEmpty();
            });

            assertThat(spent.closed()).isTrue();
        } finally {
            other.stop();
        }
    }

    @Test
    void errorWhileSendingLeavesTheRelayAlive() {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        AtomicBoolean first = new AtomicBoolean(true);
        OutboxRelay other = relayOn(() -> {
            if (first.getAndSet(false)) {
                throw new NoClassDefFoundError("a broken jar");
            }
            return producer;
        });
        other.start();
        try {
            await().untilAsserted(() -> {
                other.committed(SampleApplication.TALLIES, id, "exporter", List.of(entryOf(1)));
                assertThat(producer.history()).isNotEmpty();
            });
        } finally {
            other.stop();
        }
    }

    @Test
    void stopLetsArriveWhatIsOnItsWay() {
        MockProducer<String, byte[]> slow =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        OutboxRelay other = relayOn(() -> slow);
        other.start();
        other.committed(SampleApplication.TALLIES, id, "exporter", List.of(entryOf(1), entryOf(2)));
        await().until(() -> slow.history().size() == 1);

        Thread stopping = Thread.ofVirtual().start(other::stop);
        await().during(Duration.ofMillis(300)).until(stopping::isAlive);
        slow.completeNext();
        await().until(() -> slow.history().size() == 2);
        slow.completeNext();

        await().until(() -> !stopping.isAlive());
        assertThat(other.lanes()).isZero();
    }

    @Test
    void memoryIsBoundedWhileTheBrokerIsDown() {
        MockProducer<String, byte[]> silent =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        OutboxRelay other = new OutboxRelay(
                () -> silent,
                new OutboxMarker(database),
                codec,
                new OutboxSettings(2, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        other.start();
        try {
            for (int i = 0; i < 100; i++) {
                other.committed(SampleApplication.TALLIES, id + i, "exporter", List.of(entryOf(1)));
            }

            assertThat(other.lanes()).isEqualTo(2);
        } finally {
            other.stop();
        }
    }

    @Test
    void twoRelaysTellFirstOccurrencesInOrderAndRepeatsUnderTheSameId() {
        OutboxRelay rival = new OutboxRelay(
                producers,
                new OutboxMarker(database),
                codec,
                new OutboxSettings(100, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        rival.start();
        try {
            tallies.insert(id, Change.of(tally(0), tally(0).told()));
            for (int i = 0; i < 50; i++) {
                tallies.decide(id, stored -> {
                    Tally next = stored.state().plusOne(Instant.EPOCH);
                    return Decision.commit(next, true, next.told());
                });
                rival.committed(SampleApplication.TALLIES, id, "exporter", Aggregates.pendingOf(raw()));
            }
            Topics.await("diagnosis", all -> sequences(all).stream().distinct().count() >= 51);
            await().until(() -> rival.lanes() == 0 && relay.lanes() == 0);
        } finally {
            rival.stop();
        }

        assertThat(sequences(Topics.read("diagnosis")).stream().distinct().toList())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 51).boxed().toList());
    }

    @Test
    void outboxesThatNobodyCanReadStandInNobodysWay() {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        for (int i = 0; i < 5; i++) {
            pending("broken-" + i, 60 - i, new Document("seq", "not a number"));
        }
        pending("good", 10, entry(1));

        sweepingOwnDatabase(producer, () -> producer.history().size() == 1);

        assertThat(producer.history().getFirst().key()).isEqualTo("good");
        assertThat(own().countDocuments(Filters.exists("pendingSince"))).isEqualTo(5);
    }

    @Test
    void eventsThatTheBrokerRefusesForTheirOwnReasonStandInNobodysWay() {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        for (int i = 0; i < 5; i++) {
            pending("refused-" + i, 60 - i, entry(1));
        }
        pending("good", 10, entry(1));

        sweepingOwnDatabase(producer, () -> {
            boolean told = !producer.history().isEmpty()
                    && producer.history().getLast().key().equals("good");
            if (!told) {
                producer.errorNext(new RecordTooLargeException("too large"));
            }
            return told;
        });

        assertThat(own().countDocuments(Filters.exists("pendingSince"))).isEqualTo(6);
    }

    /** Sweeps two documents a round, all older than five seconds, until enough is told. */
    private void sweepingOwnDatabase(Producer<String, byte[]> producer, Callable<Boolean> enough) {
        OutboxRelay other = new OutboxRelay(
                () -> producer,
                new OutboxMarker(ownDatabase()),
                codec,
                new OutboxSettings(100, Duration.ofSeconds(1), Duration.ofSeconds(5)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        AggregatesFactory factory = new AggregatesFactory(
                ownDatabase(),
                new StateMapper(),
                Clock.systemUTC(),
                JsonMapper.builder().build(),
                () -> null,
                other);
        factory.of(SampleApplication.TALLIES);
        OutboxSweep sweep = new OutboxSweep(
                factory,
                other,
                new OutboxSettings(100, Duration.ofSeconds(1), Duration.ofSeconds(5)),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                2);
        other.start();
        try {
            await().until(() -> {
                sweep.run();
                return enough.call();
            });
        } finally {
            producer.close();
            other.stop();
        }
    }

    private void pending(String aggregate, int age, Document entry) {
        own().insertOne(new Document("_id", aggregate)
                .append("vendor", "exporter")
                .append("version", 1L)
                .append("lastSequence", 1L)
                .append("pendingSince", Date.from(Instant.now().minusSeconds(age)))
                .append("outbox", List.of(entry))
                .append("state", new Document()));
    }

    private MongoDatabase ownDatabase() {
        return client.getDatabase("outbox-" + id);
    }

    private MongoCollection<Document> own() {
        return ownDatabase().getCollection("tallies");
    }

    @AfterEach
    void dropOwnDatabase() {
        ownDatabase().drop();
    }

    private OutboxRelay relayOn(Supplier<Producer<String, byte[]>> own) {
        return new OutboxRelay(
                own,
                new OutboxMarker(database),
                codec,
                new OutboxSettings(2, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    private List<Long> sequences(List<Message> all) {
        return all.stream()
                .filter(message -> message.subject().equals(id))
                .map(message -> Long.valueOf(String.valueOf(message.header("ce_sequence"))))
                .toList();
    }

    private Document entry(long sequence) {
        return new Document("seq", sequence)
                .append("id", "diagnosis/" + id + "/" + sequence)
                .append("type", TYPE)
                .append("time", "2026-11-20T10:00:00Z")
                .append("at", new Date())
                .append("data", "{}");
    }

    private dev.aftersales.chassis.aggregate.OutboxEntry entryOf(long sequence) {
        return new dev.aftersales.chassis.aggregate.OutboxEntry(
                sequence, "diagnosis/" + id + "/" + sequence, TYPE, Instant.EPOCH, Instant.now(), "{}", null);
    }

    private Document raw() {
        return database.getCollection("tallies").find(Filters.eq("_id", id)).first();
    }

    private Tally tally(int count) {
        return new Tally(id, "exporter", count, Instant.EPOCH);
    }
}
