package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityIT {

    private static final int KILLS = 8;
    private static final int WRITERS = 8;
    private static final int WRITES_BEFORE_KILL = 1_500;

    @TempDir
    private Path data;

    private final Map<String, Integer> acknowledgedInserts = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> acknowledgedCounts = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void losesNoAcknowledgedWriteWhenKilledUnderLoad() throws Exception {
        for (int round = 0; round < KILLS; round++) {
            try (StoreProcess store = StoreProcess.start(data);
                    MongoClient client = store.client();
                    ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                assertEverythingAcknowledgedIsThere(client);
                int goal = acknowledged.get() + WRITES_BEFORE_KILL;
                List<Future<?>> running = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    int number = writer;
                    int thisRound = round;
                    running.add(writers.submit(() -> writeUntilKilled(client, thisRound, number)));
                }
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> acknowledged.get() >= goal);
                store.kill();
                for (Future<?> writer : running) {
                    writer.get();
                }
            }
        }
        try (StoreProcess store = StoreProcess.start(data);
                MongoClient client = store.client()) {
            assertEverythingAcknowledgedIsThere(client);
            assertThat(acknowledgedInserts.size()).isGreaterThan(KILLS * WRITES_BEFORE_KILL / 3);
        }
    }

    @Test
    void endsCleanlyWhenToldTo() {
        try (StoreProcess store = StoreProcess.start(data)) {
            assertThat(store.readyLine()).startsWith("store ready on mongodb://127.0.0.1:");
            try (MongoClient client = store.client()) {
                client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1));
            }
            assertThat(store.terminate()).isEqualTo(143); // SIGTERM, after the shutdown hooks
        }
        try (EmbeddedStore again = EmbeddedStore.at(data);
                MongoClient client = com.mongodb.client.MongoClients.create(again.uri())) {
            assertThat(client.getDatabase("d").getCollection("c").countDocuments())
                    .isEqualTo(1);
        }
    }

    private void writeUntilKilled(MongoClient client, int round, int writer) {
        MongoCollection<Document> events = events(client);
        MongoCollection<Document> counters = counters(client);
        counters.updateOne(eq("_id", writer), inc("n", 0), new com.mongodb.client.model.UpdateOptions().upsert(true));
        for (int i = 0; ; i++) {
            String id = round + "-" + writer + "-" + i;
            try {
                events.insertOne(new Document("_id", id)
                        .append("writer", writer)
                        .append("unique", id)
                        .append("text", "x".repeat(300)));
                acknowledgedInserts.put(id, writer);
                Document counted = counters.findOneAndUpdate(
                        eq("_id", writer),
                        inc("n", 1),
                        new com.mongodb.client.model.FindOneAndUpdateOptions()
                                .returnDocument(com.mongodb.client.model.ReturnDocument.AFTER));
                acknowledgedCounts.put(writer, counted.getInteger("n"));
                acknowledged.addAndGet(2);
            } catch (MongoException killed) {
                return;
            }
        }
    }

    private void assertEverythingAcknowledgedIsThere(MongoClient client) {
        MongoCollection<Document> events = events(client);
        events.createIndex(Indexes.ascending("writer", "unique"));
        events.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true));
        List<String> found = events.find().map(d -> d.getString("_id")).into(new ArrayList<>());
        assertThat(found).containsAll(acknowledgedInserts.keySet());
        acknowledgedCounts.forEach((writer, count) -> assertThat(
                        counters(client).find(eq("_id", writer)).first().getInteger("n"))
                .isGreaterThanOrEqualTo(count));
        long byIndex = 0;
        for (int writer = 0; writer < WRITERS; writer++) {
            byIndex += events.find(and(eq("writer", writer), gt("unique", "")))
                    .into(new ArrayList<>())
                    .size();
        }
        assertThat(byIndex).isEqualTo(found.size());
    }

    private static MongoCollection<Document> events(MongoClient client) {
        return client.getDatabase("durable").getCollection("events");
    }

    private static MongoCollection<Document> counters(MongoClient client) {
        return client.getDatabase("durable").getCollection("counters");
    }
}
