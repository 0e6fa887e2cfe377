package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What queries look at among 100,000 documents. */
class QueryPlanTest {

    private static final int COUNT = 100_000;
    private static final int PENDING_EVERY = 10_000;

    private static EmbeddedStore store;
    private static MongoClient client;
    private static MongoCollection<Document> claims;

    @BeforeAll
    static void fill() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
        claims = client.getDatabase("plans").getCollection("claims");
        claims.createIndex(
                Indexes.compoundIndex(Indexes.ascending("vendor", "status"), Indexes.descending("opened", "_id")));
        claims.createIndex(Indexes.ascending("pendingSince"));
        claims.createIndex(
                Indexes.ascending("leaseUntil"), new IndexOptions().partialFilterExpression(exists("leaseUntil")));
        claims.createIndex(Indexes.ascending("vendor", "lines.serial"));
        claims.createIndex(Indexes.descending("opened"));
        claims.createIndex(Indexes.ascending("dueAt", "_id"));
        for (int from = 0; from < COUNT; from += 1_000) {
            claims.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(QueryPlanTest::claim)
                    .toList());
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @Test
    void readsOneDocumentById() {
        assertThat(examined(() -> find(and(eq("_id", "c-050000"), eq("version", 1)), null, 0)))
                .isEqualTo(1);
        assertThat(examined(() -> claims.updateOne(and(eq("_id", "c-050000"), eq("version", 1)), set("x", 1))))
                .isEqualTo(1);
    }

    @Test
    void readsAPageInTheOrderOfTheIndex() {
        Bson filter = and(eq("vendor", "v1"), eq("status", "OPEN"), gte("opened", at(0)), lt("opened", at(90_000)));
        assertThat(examined(() -> find(filter, descending("opened", "_id"), 20)))
                .isLessThanOrEqualTo(21);
        assertThat(examined(() -> find(filter, ascending("opened", "_id"), 20))).isLessThanOrEqualTo(21);
    }

    @Test
    void readsTheNextKeysetPageFromWhereTheLastEnded() {
        Bson filter = and(
                eq("vendor", "v1"),
                eq("status", "OPEN"),
                or(lt("opened", at(50_000)), and(eq("opened", at(50_000)), lt("_id", "c-050000"))));
        assertThat(examined(() -> assertThat(find(filter, descending("opened", "_id"), 20))
                        .hasSize(20)))
                .isLessThanOrEqualTo(25);
    }

    @Test
    void mergesTheOrdersOfSeveralValues() {
        Bson filter = and(eq("vendor", "v1"), in("status", "OPEN", "HELD", "CLOSED"));
        assertThat(examined(() -> assertThat(find(filter, descending("opened", "_id"), 30))
                        .isSortedAccordingTo((a, b) -> b.getDate("opened").compareTo(a.getDate("opened")))
                        .hasSize(30)))
                .isLessThanOrEqualTo(34);
    }

    @Test
    void leavesDocumentsWithoutTheFieldAlone() {
        assertThat(examined(() -> assertThat(find(lt("pendingSince", at(COUNT)), ascending("pendingSince"), 100))
                        .hasSize(COUNT / PENDING_EVERY)))
                .isEqualTo(COUNT / PENDING_EVERY);
        assertThat(examined(() -> assertThat(find(lt("leaseUntil", at(COUNT)), ascending("leaseUntil"), 100))
                        .hasSize(COUNT / PENDING_EVERY)))
                .isEqualTo(COUNT / PENDING_EVERY);
        assertThat(examined(() -> find(lt("pendingSince", at(COUNT)), ascending("pendingSince"), 3)))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void walksAlongWhatIsDueFromWhereItStopped() {
        Bson due = and(
                gte("dueAt", at(50_000)), lte("dueAt", at(COUNT)), or(gt("dueAt", at(50_000)), gt("_id", "c-050000")));
        assertThat(examined(() ->
                        assertThat(find(due, ascending("dueAt", "_id"), 20)).hasSize(20)))
                .isLessThanOrEqualTo(22);
        assertThat(examined(() -> find(lte("dueAt", at(-1)), ascending("dueAt", "_id"), 20)))
                .isZero();
    }

    @Test
    void findsArrayElements() {
        assertThat(examined(() -> assertThat(find(and(eq("vendor", "v1"), eq("lines.serial", "s-4")), null, 0))
                        .hasSize(1)))
                .isEqualTo(1);
        assertThat(examined(() -> find(and(eq("vendor", "v1"), elemMatch("lines", eq("serial", "s-4"))), null, 0)))
                .isEqualTo(1);
    }

    @Test
    void sortsWithoutAFilterByTheIndex() {
        assertThat(examined(() -> find(new Document(), descending("opened"), 10)))
                .isLessThanOrEqualTo(11);
        assertThat(examined(() -> find(new Document(), orderBy(ascending("opened")), 10)))
                .isLessThanOrEqualTo(11);
    }

    @Test
    void listsDistinctValuesWithoutReadingAll() {
        assertThat(examined(() -> claims.distinct("vendor", String.class).into(new ArrayList<>())))
                .isLessThanOrEqualTo(5);
        assertThat(examined(() -> claims.distinct("status", eq("vendor", "v1"), String.class)
                        .into(new ArrayList<>())))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void readsTheNextValuesOfAKeyFromWhereTheLastEnded() {
        assertThat(examined(() -> find(and(eq("vendor", "v1"), gt("status", "CLOSED")), ascending("status"), 20)))
                .isLessThanOrEqualTo(21);
        assertThat(examined(() -> find(and(eq("vendor", "v1"), gt("status", "OPEN")), ascending("status"), 20)))
                .isZero();
        assertThat(examined(() -> find(and(eq("vendor", "v1"), eq("status", null)), ascending("_id"), 20)))
                .isZero();
        assertThat(examined(() -> find(
                        and(eq("vendor", "v1"), in("status", "CLOSED", "OPEN"), gt("status", "")),
                        ascending("status"),
                        20)))
                .isLessThanOrEqualTo(22);
    }

    @Test
    void readsNothingWhereEveryDocumentHasTheArray() {
        assertThat(examined(() -> find(and(eq("vendor", "v1"), eq("lines.serial", null)), null, 20)))
                .isZero();
    }

    /** Units of a model and a lot, by serial; and contracts of whose units there is something to tell. */
    @Test
    void readsAPageById() {
        // Given
        MongoCollection<Document> units = client.getDatabase("plans").getCollection("units");
        units.createIndex(Indexes.ascending("vendor", "model", "_id"));
        units.createIndex(Indexes.ascending("vendor", "model", "lot", "_id"));
        units.createIndex(Indexes.ascending("told", "_id"));
        units.insertMany(IntStream.range(0, 6_000)
                .mapToObj(i -> new Document("_id", "v%d/s-%05d".formatted(i % 2, i))
                        .append("vendor", "v" + i % 2)
                        .append("model", i % 3 == 0 ? "m" : null)
                        .append("lot", "l" + i % 4)
                        .append("told", i % 1_000 == 7 ? null : true))
                .toList());
        Bson ofModel = and(eq("vendor", "v0"), eq("model", "m"), gt("_id", "v0/s-03000"));
        Bson untold = and(eq("told", null), gt("_id", "v1/s-00007"));

        // When / Then
        assertThat(examined(() -> assertThat(page(units, ofModel)).hasSize(20))).isLessThanOrEqualTo(21);
        assertThat(examined(() ->
                        assertThat(page(units, and(ofModel, eq("lot", "l2")))).hasSize(20)))
                .isLessThanOrEqualTo(21);
        assertThat(examined(() -> assertThat(page(units, untold)).hasSize(5))).isLessThanOrEqualTo(6);
    }

    private static List<Document> page(MongoCollection<Document> units, Bson filter) {
        return units.find(filter).sort(ascending("_id")).limit(20).into(new ArrayList<>());
    }

    @Test
    void countsByTheIndex() {
        assertThat(examined(() -> claims.countDocuments(and(eq("vendor", "v1"), eq("status", "HELD")))))
                .isEqualTo(claims.countDocuments(and(eq("vendor", "v1"), eq("status", "HELD"))));
    }

    private static long examined(Runnable query) {
        long before = store.documentsExamined();
        query.run();
        return store.documentsExamined() - before;
    }

    private static List<Document> find(Bson filter, Bson sort, int limit) {
        return claims.find(filter).sort(sort).limit(limit).into(new ArrayList<>());
    }

    private static Document claim(int i) {
        String[] statuses = {"OPEN", "HELD", "CLOSED"};
        Document claim = new Document("_id", "c-%06d".formatted(i))
                .append("version", 1)
                .append("vendor", "v" + i % 4)
                .append("status", statuses[i / 4 % 3])
                .append("opened", at(i))
                .append("dueAt", at(i))
                .append("lines", List.of(new Document("serial", "s-" + (i - 1)), new Document("serial", "t-" + i)));
        if (i % PENDING_EVERY == 0) {
            claim.append("pendingSince", at(i)).append("leaseUntil", at(i));
        }
        return claim;
    }

    private static Date at(int minutes) {
        return Date.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minutes));
    }
}
