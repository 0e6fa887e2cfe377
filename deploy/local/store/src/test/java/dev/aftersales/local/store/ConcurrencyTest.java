package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 100;

    @TempDir
    private static Path data;

    private static EmbeddedStore store;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.at(data);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @Test
    void countsEveryCompareAndSetOnce() throws Exception {
        MongoCollection<Document> counters = client.getDatabase("c").getCollection("counters");
        counters.createIndex(Indexes.ascending("n"));
        counters.insertOne(new Document("_id", 1).append("n", 0));
        inParallel(thread -> {
            for (int i = 0; i < ROUNDS; i++) {
                int n;
                do {
                    n = counters.find(eq("_id", 1)).first().getInteger("n");
                } while (counters.findOneAndUpdate(and(eq("_id", 1), eq("n", n)), inc("n", 1)) == null);
            }
            return 0;
        });
        assertThat(counters.find(eq("n", THREADS * ROUNDS)).first()).isNotNull();
        assertThat(counters.countDocuments()).isEqualTo(1);
    }

    @Test
    void letsOneOfManyInsertsOfAnIdWin() throws Exception {
        MongoCollection<Document> claims = client.getDatabase("c").getCollection("claims");
        claims.createIndex(Indexes.ascending("no"), new IndexOptions().unique(true));
        int winners = inParallel(thread -> {
            int won = 0;
            for (int i = 0; i < ROUNDS; i++) {
                try {
                    claims.insertOne(new Document("_id", "c-" + i).append("no", "n-" + i));
                    won++;
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCode()).isEqualTo(11000);
                }
                try {
                    claims.insertOne(new Document("_id", "other-" + thread + "-" + i).append("no", "m-" + i));
                    won++;
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCode()).isEqualTo(11000);
                }
            }
            return won;
        });
        assertThat(winners).isEqualTo(2 * ROUNDS);
        assertThat(claims.countDocuments()).isEqualTo(2 * ROUNDS);
    }

    @Test
    void insertsOnceWhenManyUpsert() throws Exception {
        MongoCollection<Document> leases = client.getDatabase("c").getCollection("leases");
        int inserted = inParallel(thread -> {
            int won = 0;
            for (int i = 0; i < ROUNDS; i++) {
                if (leases.updateOne(
                                        eq("_id", i),
                                        combine(setOnInsert("owner", thread), set("seen", true), inc("n", 1)),
                                        new UpdateOptions().upsert(true))
                                .getUpsertedId()
                        != null) {
                    won++;
                }
            }
            return won;
        });
        assertThat(inserted).isEqualTo(ROUNDS);
        assertThat(leases.countDocuments(eq("n", THREADS))).isEqualTo(ROUNDS);
    }

    private static int inParallel(IntUnaryOperator work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                running.add(threads.submit(() -> work.applyAsInt(number)));
            }
            int sum = 0;
            for (Future<Integer> result : running) {
                sum += result.get();
            }
            return sum;
        }
    }
}
