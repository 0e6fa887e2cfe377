package dev.aftersales.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskIT {

    private static final int DISK_MEGABYTES = 128;
    private static final int WRITERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    private SmallDisk disk;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();

    @BeforeEach
    void mount() {
        disk = SmallDisk.mountedAt(data, DISK_MEGABYTES);
    }

    @AfterEach
    void unmount() {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void refusesWritesWhileTheDiskIsFullAndTakesThemAgainByItself() throws Exception {
        try (StoreProcess store = StoreProcess.start(data)) {
            try (MongoClient client = client(store);
                    Load load = new Load(client)) {
                load.awaitAcknowledged(500);

                disk.fill();
                load.awaitRefused(200);
                assertEverythingIsAsTold(client);
                assertThat(unknown).isEmpty();

                disk.free();
                load.awaitAcknowledged(500);
                load.stop();
                assertEverythingIsAsTold(client);
            }
            store.kill();
        }
        try (StoreProcess again = StoreProcess.start(data);
                MongoClient client = client(again)) {
            assertEverythingIsAsTold(client);
        }
    }

    @Test
    void keepsToWhatItToldWhileSomebodyTakesAllRoomAtOnce() throws Exception {
        try (StoreProcess store = StoreProcess.start(data);
                MongoClient client = client(store);
                Load load = new Load(client)) {
            load.awaitAcknowledged(500);

            disk.keepFull();
            load.awaitRefused(200);
            assertThat(events(client).withReadConcern(ReadConcern.LOCAL).countDocuments())
                    .isGreaterThanOrEqualTo(acknowledged.size());

            disk.free();
            load.awaitAcknowledged(500);
            load.stop();
            assertEverythingIsAsTold(client);
        }
    }

    @Test
    void startsOnAFullDiskWithEverythingThatItAcknowledged() throws Exception {
        try (StoreProcess store = StoreProcess.start(data);
                MongoClient client = client(store);
                Load load = new Load(client)) {
            load.awaitAcknowledged(500);
            disk.keepFull();
            load.awaitRefused(200);
            store.kill();
            load.stop();
        }
        try (StoreProcess again = StoreProcess.start(data);
                MongoClient client = client(again)) {
            assertEverythingIsAsTold(client);
            // As a service does when it starts: what is there already needs no room.
            assertThatCode(() -> events(client).createIndex(Indexes.ascending("writer")))
                    .doesNotThrowAnyException();
            assertThat(codeOf(() -> events(client).createIndex(Indexes.ascending("other"))))
                    .isEqualTo(Reserve.OUT_OF_DISK_SPACE);

            disk.free();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> write(client, 0));
        }
    }

    @Test
    void letsAHalfFileBeRemovedWhereTheRoomEndsInTheMiddleOfOne() throws Exception {
        byte[] piece = new byte[1024 * 1024];
        new Random(1).nextBytes(piece);
        try (StoreProcess store = StoreProcess.start(data);
                MongoClient client = client(store)) {
            MongoDatabase database = client.getDatabase("full");
            GridFSUploadStream upload =
                    GridFSBuckets.create(database, "evidence").openUploadStream("half");

            assertThat(codeOf(() -> {
                        while (true) {
                            upload.write(piece);
                        }
                    }))
                    .isEqualTo(Reserve.OUT_OF_DISK_SPACE);
            upload.abort();

            assertThat(database.getCollection("evidence.files").countDocuments())
                    .isZero();
            assertThat(database.getCollection("evidence.chunks").countDocuments())
                    .isZero();
        }
    }

    private int codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(MongoException.class, call).getCode();
    }

    private boolean write(MongoClient client, int writer) {
        String id = "event-" + numbers.incrementAndGet();
        try {
            events(client)
                    .insertOne(new Document("_id", id).append("writer", writer).append("text", "x".repeat(2_000)));
            acknowledged.add(id);
            return true;
        } catch (MongoCommandException e) {
            assertThat(e.getCode()).isEqualTo(Reserve.OUT_OF_DISK_SPACE);
            refused.add(id);
        } catch (MongoException e) {
            unknown.add(id);
        }
        return false;
    }

    private void assertEverythingIsAsTold(MongoClient client) {
        // Before it is read what is there: a writer may acknowledge while the answer is on its way.
        Set<String> expected = Set.copyOf(acknowledged);
        Set<String> found = events(client).find().map(event -> event.getString("_id")).into(new ArrayList<>()).stream()
                .collect(Collectors.toSet());
        assertThat(found).containsAll(expected).doesNotContainAnyElementsOf(Set.copyOf(refused));
    }

    private static MongoCollection<Document> events(MongoClient client) {
        return client.getDatabase("full").getCollection("events");
    }

    private static MongoClient client(StoreProcess store) {
        int port = Integer.parseInt(store.uri().substring(store.uri().lastIndexOf(':') + 1));
        return MongoClients.create(MongoClientSettings.builder()
                .readConcern(ReadConcern.MAJORITY)
                .applyToSocketSettings(socket -> socket.readTimeout(2, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .serverSelectionTimeout(2, TimeUnit.SECONDS))
                .build());
    }

    /** Writes all the time, whatever the answer. */
    private final class Load implements AutoCloseable {

        private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        private volatile boolean running = true;

        Load(MongoClient client) {
            events(client).createIndex(Indexes.ascending("writer"));
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.submit(() -> {
                    while (running) {
                        write(client, number);
                    }
                });
            }
        }

        void awaitAcknowledged(int more) {
            int goal = acknowledged.size() + more;
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= goal);
        }

        void awaitRefused(int more) {
            int goal = refused.size() + more;
            await().atMost(PATIENCE).until(() -> refused.size() >= goal);
        }

        void stop() throws InterruptedException {
            running = false;
            writers.shutdown();
            assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() throws InterruptedException {
            stop();
        }
    }
}
