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
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoGridFSException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every shape of operation that the suite relies on, against whatever store {@code STORE_URI} (system property or
 * environment) names, otherwise against the embedded one. What is not in here is not to be used.
 */
class StoreContractTest {

    private static EmbeddedStore embedded;
    private static MongoClient client;
    private static MongoDatabase database;
    private MongoCollection<Document> claims;

    @BeforeAll
    static void connect() {
        String uri = System.getProperty("STORE_URI", System.getenv("STORE_URI"));
        if (uri == null) {
            embedded = EmbeddedStore.inMemory();
            uri = embedded.uri();
        }
        client = MongoClients.create(uri);
        database = client.getDatabase("contract")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @AfterAll
    static void disconnect() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    @BeforeEach
    void startsEmpty() {
        database.drop();
        claims = database.getCollection("claims");
    }

    @Test
    void answersTheCommandsOfHealthAndHandshake() {
        assertThat(database.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"))
                .isTrue();
        assertThat(database.runCommand(new Document("isMaster", 1)).getBoolean("ismaster"))
                .isTrue();
        assertThat(database.runCommand(new Document("ping", 1)).get("ok")).isEqualTo(1.0);
        assertThat(database.runCommand(new Document("buildInfo", 1)).getString("version"))
                .isNotEmpty();
    }

    @Test
    void insertsAndFindsById() {
        Document claim = new Document("_id", "c-1")
                .append("text", "späte Lieferung \u0000 ☂")
                .append("count", 7)
                .append("long", Long.MAX_VALUE)
                .append("amount", new Decimal128(new BigDecimal("12.34")))
                .append("at", Date.from(Instant.parse("2026-11-20T10:00:00.123Z")))
                .append("ref", new ObjectId())
                .append("flag", true)
                .append("nothing", null)
                .append("bytes", new org.bson.types.Binary(new byte[] {1, 2, 3}))
                .append("parts", List.of(new Document("n", 1), new Document("n", 2)));
        claims.insertOne(claim);

        assertThat(claims.find(eq("_id", "c-1")).first()).isEqualTo(claim);
        assertThat(claims.find(eq("c-1")).first()).isEqualTo(claim);
        assertThat(claims.find(eq("_id", "c-2")).first()).isNull();
    }

    @Test
    void refusesTheSameIdTwice() {
        claims.insertOne(new Document("_id", "c-1").append("v", 1));
        assertDuplicate(() -> claims.insertOne(new Document("_id", "c-1").append("v", 2)));
        assertThat(claims.find().into(new ArrayList<>())).containsExactly(new Document("_id", "c-1").append("v", 1));
    }

    @Test
    void keepsIdsOfSeveralTypes() {
        List<Object> ids = List.of("a", 5, new ObjectId(), new Document("vendor", "acme").append("no", 7));
        ids.forEach(id -> claims.insertOne(new Document("_id", id)));
        ids.forEach(id -> assertThat(claims.find(eq("_id", id)).first()).containsEntry("_id", id));
        assertThat(claims.find(eq("_id", 5L)).first()).isNotNull();
        assertDuplicate(() -> claims.insertOne(new Document("_id", 5L)));
        assertThat(claims.find(in("_id", ids)).into(new ArrayList<>())).hasSize(4);
    }

    @Test
    void projectsFields() {
        claims.insertOne(new Document("_id", 1).append("a", 1).append("b", new Document("c", 2).append("d", 3)));
        assertThat(claims.find(eq("_id", 1)).projection(include("b.c")).first())
                .isEqualTo(new Document("_id", 1).append("b", new Document("c", 2)));
        assertThat(claims.find(eq("_id", 1)).projection(new Document("b", 0)).first())
                .isEqualTo(new Document("_id", 1).append("a", 1));
    }

    @Test
    void findsByEqualitiesRangeSortAndLimit() {
        claims.createIndex(Indexes.ascending("vendor", "status", "due", "_id"));
        claims.insertMany(claims(200));
        List<Document> found = claims.find(
                        and(eq("vendor", "v1"), eq("status", "HELD"), gte("due", at(20)), lt("due", at(120))))
                .sort(orderBy(ascending("due"), ascending("_id")))
                .limit(5)
                .into(new ArrayList<>());
        assertThat(found)
                .hasSize(5)
                .isEqualTo(claims(200).stream()
                        .filter(d ->
                                d.get("vendor").equals("v1") && d.get("status").equals("HELD"))
                        .filter(d -> !d.getDate("due").before(at(20))
                                && d.getDate("due").before(at(120)))
                        .sorted((a, b) -> a.getDate("due").compareTo(b.getDate("due")))
                        .limit(5)
                        .toList());
        assertThat(claims.countDocuments(and(gt("due", at(10)), lte("due", at(20)))))
                .isEqualTo(10);
    }

    @Test
    void pagesByKeyset() {
        claims.createIndex(Indexes.compoundIndex(
                Indexes.ascending("vendor"), Indexes.descending("opened"), Indexes.descending("_id")));
        for (int i = 0; i < 95; i++) {
            claims.insertOne(new Document("_id", "c%03d".formatted((i * 37) % 95))
                    .append("vendor", i % 5 == 0 ? "other" : "acme")
                    .append("opened", at(i / 10)));
        }
        List<Document> expected = claims.find(eq("vendor", "acme"))
                .sort(descending("opened", "_id"))
                .into(new ArrayList<>());
        List<Document> paged = new ArrayList<>();
        while (true) {
            Document last = paged.isEmpty() ? null : paged.getLast();
            var filter = last == null
                    ? eq("vendor", "acme")
                    : and(
                            eq("vendor", "acme"),
                            or(
                                    lt("opened", last.get("opened")),
                                    and(eq("opened", last.get("opened")), lt("_id", last.get("_id")))));
            List<Document> page = claims.find(filter)
                    .sort(descending("opened", "_id"))
                    .limit(7)
                    .into(new ArrayList<>());
            if (page.isEmpty()) {
                break;
            }
            paged.addAll(page);
        }
        assertThat(expected).hasSize(76);
        assertThat(paged).isEqualTo(expected);
    }

    @Test
    void sortsWithoutAFilterAndWithMixedDirections() {
        claims.createIndex(Indexes.ascending("due"));
        claims.insertMany(claims(50));
        assertThat(claims.find()
                        .sort(descending("due"))
                        .limit(3)
                        .map(d -> d.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly("c-0049", "c-0048", "c-0047");
        assertThat(claims.find()
                        .sort(orderBy(ascending("vendor"), descending("due")))
                        .limit(2)
                        .map(d -> d.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly("c-0048", "c-0045");
        assertThat(claims.find().sort(ascending("_id")).skip(10).limit(1).first())
                .containsEntry("_id", "c-0010");
    }

    @Test
    void findsByInExistsNeAndOr() {
        claims.createIndex(Indexes.ascending("status", "due"));
        claims.insertMany(claims(60));
        claims.updateOne(eq("_id", "c-0003"), set("pendingSince", at(1)));
        assertThat(claims.find(in("status", "OPEN", "CLOSED"))
                        .sort(ascending("due"))
                        .limit(4)
                        .map(d -> d.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly("c-0000", "c-0002", "c-0003", "c-0005");
        assertThat(claims.countDocuments(exists("pendingSince"))).isEqualTo(1);
        assertThat(claims.countDocuments(exists("pendingSince", false))).isEqualTo(59);
        assertThat(claims.countDocuments(ne("status", "OPEN"))).isEqualTo(40);
        assertThat(claims.countDocuments(or(eq("_id", "c-0001"), eq("status", "OPEN"))))
                .isEqualTo(21);
        assertThat(claims.countDocuments(eq("pendingSince", null))).isEqualTo(59);
        assertThat(claims.countDocuments(in("status", List.of()))).isZero();
    }

    @Test
    void findsInArrays() {
        claims.createIndex(Indexes.ascending("lines.serial"));
        claims.insertOne(new Document("_id", 1)
                .append("lines", List.of(line("A", 1), line("B", 5)))
                .append("tags", List.of("x", "y")));
        claims.insertOne(new Document("_id", 2).append("lines", List.of(line("B", 1), line("C", 9))));
        claims.insertOne(new Document("_id", 3).append("lines", List.of()));
        assertThat(ids(eq("lines.serial", "B"))).containsExactly(1, 2);
        assertThat(ids(elemMatch("lines", and(eq("serial", "B"), gte("qty", 5)))))
                .containsExactly(1);
        assertThat(ids(and(eq("lines.serial", "A"), eq("lines.serial", "B")))).containsExactly(1);
        assertThat(ids(and(gt("lines.qty", 4), lt("lines.qty", 2)))).containsExactly(1, 2);
        assertThat(ids(eq("tags", "y"))).containsExactly(1);
        claims.updateOne(eq("_id", 1), pullByFilter(eq("lines", new Document("serial", "B"))));
        assertThat(ids(eq("lines.serial", "B"))).containsExactly(2);
    }

    @Test
    void updatesUnderAVersionGuard() {
        claims.insertOne(new Document("_id", "c-1")
                .append("version", 3)
                .append("old", 1)
                .append("pending", List.of(event(1), event(2), event(3))));
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

        Document updated = claims.findOneAndUpdate(
                and(eq("_id", "c-1"), eq("version", 3)),
                combine(
                        set("status", "OPEN"),
                        set("nested.a", 1),
                        unset("old"),
                        inc("version", 1),
                        pushEach("history", List.of(event(4), event(5)))),
                after);
        assertThat(updated)
                .containsEntry("version", 4)
                .containsEntry("status", "OPEN")
                .containsEntry("nested", new Document("a", 1))
                .containsEntry("history", List.of(event(4), event(5)))
                .doesNotContainKey("old");
        assertThat(claims.findOneAndUpdate(and(eq("_id", "c-1"), eq("version", 3)), inc("version", 1), after))
                .isNull();

        UpdateResult pulled =
                claims.updateOne(eq("_id", "c-1"), pull("pending", new Document("seq", new Document("$lte", 2))));
        assertThat(pulled.getModifiedCount()).isEqualTo(1);
        assertThat(claims.find(eq("_id", "c-1")).first()).containsEntry("pending", List.of(event(3)));
        assertThat(claims.updateOne(and(eq("_id", "c-1"), eq("version", 9)), set("x", 1))
                        .getMatchedCount())
                .isZero();
    }

    @Test
    void returnsTheDocumentBeforeAndDeletes() {
        claims.insertOne(new Document("_id", 1).append("n", 1));
        assertThat(claims.findOneAndUpdate(eq("_id", 1), inc("n", 1))).containsEntry("n", 1);
        assertThat(claims.findOneAndDelete(eq("_id", 1))).containsEntry("n", 2);
        assertThat(claims.countDocuments()).isZero();
    }

    @Test
    void findsAndUpdatesTheFirstInOrder() {
        claims.createIndex(Indexes.ascending("status", "due"));
        claims.insertMany(claims(30));
        Document first = claims.findOneAndUpdate(
                and(eq("status", "OPEN"), lte("due", at(100))),
                set("status", "LEASED"),
                new FindOneAndUpdateOptions()
                        .sort(ascending("due"))
                        .projection(include("status"))
                        .returnDocument(ReturnDocument.AFTER));
        assertThat(first).isEqualTo(new Document("_id", "c-0002").append("status", "LEASED"));
    }

    @Test
    void upserts() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        UpdateResult inserted =
                claims.updateOne(eq("_id", "c-1"), combine(setOnInsert("first", true), inc("n", 1)), upsert);
        assertThat(inserted.getUpsertedId().asString().getValue()).isEqualTo("c-1");
        claims.updateOne(eq("_id", "c-1"), combine(setOnInsert("first", false), inc("n", 1)), upsert);
        assertThat(claims.find().first())
                .isEqualTo(new Document("_id", "c-1").append("first", true).append("n", 2));
        Document after = claims.findOneAndUpdate(
                eq("_id", "c-2"),
                combine(setOnInsert("first", true), set("x", 1)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        assertThat(after).containsEntry("first", true).containsEntry("x", 1);
        assertDuplicate(() -> claims.updateOne(
                and(eq("_id", "c-1"), new Document("seen", new Document("$gte", 5))), set("x", 1), upsert));
        claims.replaceOne(eq("_id", "c-3"), new Document("y", 1), new ReplaceOptions().upsert(true));
        claims.replaceOne(eq("_id", "c-1"), new Document("z", 1));
        assertThat(claims.find(eq("_id", "c-1")).first()).isEqualTo(new Document("_id", "c-1").append("z", 1));
        assertThat(claims.find(eq("_id", "c-3")).first()).containsEntry("y", 1);
    }

    @Test
    void guardsAWriteByWhatWasSeen() {
        claims.insertOne(new Document("_id", 1).append("seen", new Document("k", 4)));
        var guard = and(eq("_id", 1), not(gte("seen.k", 5)));
        assertThat(claims.updateOne(guard, set("seen.k", 5)).getModifiedCount()).isEqualTo(1);
        assertThat(claims.updateOne(guard, set("seen.k", 5)).getMatchedCount()).isZero();
        assertThat(claims.updateOne(and(eq("_id", 1), not(gte("seen.other", 5))), set("seen.other", 5))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(claims.updateOne(and(eq("_id", 1), ne("events", "e-1")), push("events", "e-1"))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(claims.updateOne(and(eq("_id", 1), ne("events", "e-1")), push("events", "e-1"))
                        .getMatchedCount())
                .isZero();
    }

    @Test
    void reservesOnceAndNeverTooMuch() {
        MongoCollection<Document> stock = database.getCollection("stock");
        stock.insertOne(new Document("_id", "part").append("available", 5));
        assertThat(reserve(stock, "r-1", 3)).isEqualTo(1);
        assertThat(reserve(stock, "r-1", 1)).isZero();
        assertThat(reserve(stock, "r-2", 3)).isZero();
        assertThat(reserve(stock, "r-2", 2)).isEqualTo(1);
        assertThat(stock.find().first()).containsEntry("available", 0);
    }

    @Test
    void writesInBulk() {
        claims.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        BulkWriteResult result = claims.bulkWrite(
                List.of(
                        new UpdateOneModel<>(eq("_id", 1), inc("n", 1)),
                        new UpdateOneModel<>(eq("_id", 9), inc("n", 1)),
                        new UpdateOneModel<>(eq("_id", 2), inc("n", 1)),
                        new UpdateOneModel<>(eq("_id", 3), inc("n", 1), new UpdateOptions().upsert(true))),
                new BulkWriteOptions().ordered(false));
        assertThat(result.getMatchedCount()).isEqualTo(2);
        assertThat(result.getModifiedCount()).isEqualTo(2);
        assertThat(result.getUpserts()).hasSize(1);
        assertThat(result.getUpserts().getFirst().getIndex()).isEqualTo(3);
    }

    @Test
    void endsAnOrderedBulkAtItsFirstError() {
        claims.createIndex(Indexes.ascending("no"), new IndexOptions().unique(true));
        claims.insertMany(List.of(doc(1, 1), doc(2, 2), doc(3, 3)));
        List<UpdateOneModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq("_id", 1), set("no", 11)),
                new UpdateOneModel<>(eq("_id", 2), set("no", 3)),
                new UpdateOneModel<>(eq("_id", 3), set("no", 33)));
        MongoBulkWriteException ordered =
                catchThrowableOfType(MongoBulkWriteException.class, () -> claims.bulkWrite(updates));
        assertThat(ordered.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
        assertThat(ordered.getWriteErrors().getFirst().getCode()).isEqualTo(11000);
        assertThat(claims.find(eq("_id", 3)).first()).containsEntry("no", 3);
        catchThrowableOfType(
                MongoBulkWriteException.class, () -> claims.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        assertThat(claims.find(eq("_id", 3)).first()).containsEntry("no", 33);
    }

    @Test
    void insertsManyUpToTheFirstError() {
        MongoBulkWriteException e = catchThrowableOfType(
                MongoBulkWriteException.class, () -> claims.insertMany(List.of(doc(1, 1), doc(1, 2), doc(3, 3))));
        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(claims.countDocuments()).isEqualTo(1);
    }

    @Test
    void refusesWhatAUniqueIndexForbidsAndLeavesNothing() {
        claims.createIndex(Indexes.ascending("vendor", "no"), new IndexOptions().unique(true));
        claims.createIndex(Indexes.ascending("text"));
        claims.insertOne(
                new Document("_id", 1).append("vendor", "a").append("no", 1).append("text", "one"));
        claims.insertOne(
                new Document("_id", 2).append("vendor", "b").append("no", 1).append("text", "two"));
        assertDuplicate(() -> claims.insertOne(
                new Document("_id", 3).append("vendor", "a").append("no", 1L).append("text", "x")));
        assertThat(catchThrowableOfType(
                                MongoWriteException.class,
                                () -> claims.updateOne(eq("_id", 2), combine(set("vendor", "a"), set("text", "x"))))
                        .getCode())
                .isEqualTo(11000);
        assertThat(catchThrowableOfType(
                                MongoException.class,
                                () -> claims.findOneAndUpdate(
                                        eq("_id", 2), combine(set("vendor", "a"), set("text", "x"))))
                        .getCode())
                .isEqualTo(11000);
        assertThat(ids(eq("text", "x"))).isEmpty();
        assertThat(ids(eq("text", "two"))).containsExactly(2);
        assertThat(ids(and(eq("vendor", "b"), eq("no", 1)))).containsExactly(2);
        claims.deleteOne(eq("_id", 1));
        claims.updateOne(eq("_id", 2), set("vendor", "a"));
        assertThat(ids(and(eq("vendor", "a"), eq("no", 1)))).containsExactly(2);
    }

    @Test
    void leavesDocumentsOutOfSparseAndPartialIndexes() {
        claims.createIndex(
                Indexes.ascending("serial"), new IndexOptions().unique(true).sparse(true));
        claims.createIndex(
                Indexes.ascending("slot"),
                new IndexOptions().unique(true).partialFilterExpression(eq("status", "OPEN")));
        claims.createIndex(
                Indexes.ascending("pendingSince"), new IndexOptions().partialFilterExpression(exists("pendingSince")));
        claims.insertOne(new Document("_id", 1).append("slot", 7).append("status", "OPEN"));
        claims.insertOne(new Document("_id", 2).append("slot", 7).append("status", "CLOSED"));
        assertDuplicate(
                () -> claims.insertOne(new Document("_id", 3).append("slot", 7).append("status", "OPEN")));
        claims.updateOne(eq("_id", 2), set("pendingSince", at(5)));
        assertThat(ids(lt("pendingSince", at(6)))).containsExactly(2);
        assertThat(ids(lt("pendingSince", at(5)))).isEmpty();
        assertThat(ids(eq("slot", 7))).containsExactly(1, 2);
        assertThat(ids(and(eq("slot", 7), eq("status", "OPEN")))).containsExactly(1);
        assertThat(ids(exists("serial", false))).containsExactly(1, 2);
        claims.updateOne(eq("_id", 2), unset("pendingSince"));
        assertThat(ids(exists("pendingSince"))).isEmpty();
    }

    @Test
    void createsTheSameIndexTwice() {
        for (int i = 0; i < 2; i++) {
            claims.createIndex(Indexes.ascending("vendor", "due"));
            claims.createIndex(
                    Indexes.descending("pendingSince"),
                    new IndexOptions()
                            .partialFilterExpression(exists("pendingSince"))
                            .name("pending"));
        }
        assertThat(claims.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("_id_", "vendor_1_due_1", "pending");
        claims.dropIndex("pending");
        assertThat(claims.listIndexes().into(new ArrayList<>())).hasSize(2);
    }

    @Test
    void deletesOneAndMany() {
        claims.createIndex(Indexes.ascending("vendor"));
        claims.insertMany(claims(90));
        assertThat(claims.deleteOne(eq("_id", "c-0001")).getDeletedCount()).isEqualTo(1);
        assertThat(claims.deleteMany(eq("vendor", "v0")).getDeletedCount()).isEqualTo(30);
        assertThat(claims.countDocuments()).isEqualTo(59);
        assertThat(claims.countDocuments(eq("vendor", "v0"))).isZero();
        assertThat(claims.updateMany(eq("vendor", "v2"), set("vendor", "v9")).getModifiedCount())
                .isEqualTo(30);
        assertThat(claims.countDocuments(eq("vendor", "v9"))).isEqualTo(30);
        assertThat(claims.estimatedDocumentCount()).isEqualTo(59);
    }

    @Test
    void listsDistinctValues() {
        claims.createIndex(Indexes.ascending("vendor", "status"));
        claims.insertMany(claims(30));
        claims.insertOne(new Document("_id", "none"));
        assertThat(claims.distinct("vendor", String.class).into(new ArrayList<>()))
                .containsExactly("v0", "v1", "v2");
        assertThat(claims.distinct("status", eq("vendor", "v0"), String.class).into(new ArrayList<>()))
                .containsExactly("CLOSED");
        assertThat(claims.distinct("vendor", eq("status", "OPEN"), String.class).into(new ArrayList<>()))
                .containsExactly("v2");
    }

    @Test
    void givesALargeResultInBatches() {
        byte[] block = new byte[20_000];
        new Random(7).nextBytes(block);
        for (int part = 0; part < 5; part++) {
            int from = part * 500;
            claims.insertMany(IntStream.range(from, from + 500)
                    .mapToObj(i -> new Document("_id", i).append("block", block))
                    .toList());
        }
        assertThat(claims.find().map(d -> d.getInteger("_id")).into(new ArrayList<>()))
                .isEqualTo(IntStream.range(0, 2_500).boxed().toList());
        assertThat(claims.find().batchSize(10).sort(descending("_id")).limit(25).into(new ArrayList<>()))
                .hasSize(25);
        try (var cursor = claims.find().batchSize(3).cursor()) {
            assertThat(cursor.next()).containsEntry("_id", 0);
        }
    }

    @Test
    void keepsFiles() {
        GridFSBucket files = GridFSBuckets.create(database, "attachments");
        byte[] content = new byte[700_000];
        new Random(3).nextBytes(content);
        ObjectId id = files.uploadFromStream(
                "photo.jpg",
                new ByteArrayInputStream(content),
                new GridFSUploadOptions().metadata(new Document("claim", "c-1").append("hash", "abc")));
        files.uploadFromStream("other.txt", new ByteArrayInputStream(new byte[0]));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.downloadToStream(id, out);
        assertThat(Arrays.equals(out.toByteArray(), content)).isTrue();
        assertThat(files.find(eq("metadata.claim", "c-1")).first().getObjectId())
                .isEqualTo(id);
        files.delete(id);
        assertThatThrownBy(() -> files.downloadToStream(id, out)).isInstanceOf(MongoGridFSException.class);
        assertThat(database.getCollection("attachments.chunks").countDocuments())
                .isZero();
    }

    @Test
    void keepsTwoDatabasesApart() {
        MongoDatabase other = client.getDatabase("contract2");
        other.getCollection("claims").insertOne(new Document("_id", 1).append("from", "other"));
        claims.insertOne(new Document("_id", 1).append("from", "this"));
        database.drop();
        assertThat(claims.countDocuments()).isZero();
        assertThat(other.getCollection("claims").find().first()).containsEntry("from", "other");
        assertThat(client.listDatabaseNames().into(new ArrayList<>())).contains("contract2");
        other.drop();
    }

    @Test
    void countsAndGroupsAfterAMatch() {
        claims.createIndex(Indexes.ascending("status"));
        claims.insertMany(claims(30));
        assertThat(claims.countDocuments(eq("status", "OPEN"))).isEqualTo(10);
        assertThat(claims.aggregate(List.of(
                                new Document(
                                        "$match",
                                        new Document("status", new Document("$in", List.of("OPEN", "CLOSED")))),
                                new Document(
                                        "$group", new Document("_id", "$status").append("n", new Document("$sum", 1))),
                                new Document("$sort", new Document("_id", 1))))
                        .into(new ArrayList<>()))
                .containsExactly(
                        new Document("_id", "CLOSED").append("n", 10), new Document("_id", "OPEN").append("n", 10));
    }

    @Test
    void keepsUuidIds() {
        UUID id = UUID.randomUUID();
        var binary = new org.bson.BsonBinary(id);
        database.getCollection("uuids", org.bson.BsonDocument.class)
                .insertOne(new org.bson.BsonDocument("_id", binary));
        assertThat(database.getCollection("uuids", org.bson.BsonDocument.class)
                        .find(eq("_id", binary))
                        .first())
                .isNotNull();
    }

    private static long reserve(MongoCollection<Document> stock, String id, int quantity) {
        return stock.updateOne(
                        and(eq("_id", "part"), ne("reservations.id", id), gte("available", quantity)),
                        combine(
                                inc("available", -quantity),
                                push("reservations", new Document("id", id).append("quantity", quantity))))
                .getModifiedCount();
    }

    private List<Object> ids(org.bson.conversions.Bson filter) {
        return claims.find(filter)
                .projection(fields(include("_id")))
                .sort(ascending("_id"))
                .map(d -> d.get("_id"))
                .into(new ArrayList<>());
    }

    private static void assertDuplicate(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
        MongoWriteException e = catchThrowableOfType(MongoWriteException.class, write);
        assertThat(e).isNotNull();
        assertThat(e.getError().getCode()).isEqualTo(11000);
    }

    /** vendor v0..v2 in turn, each with one status, due a minute apart. */
    private static List<Document> claims(int count) {
        String[] statuses = {"CLOSED", "HELD", "OPEN"};
        return IntStream.range(0, count)
                .mapToObj(i -> new Document("_id", "c-%04d".formatted(i))
                        .append("vendor", "v" + i % 3)
                        .append("status", statuses[i % 3])
                        .append("due", at(i)))
                .toList();
    }

    private static Document doc(int id, int no) {
        return new Document("_id", id).append("no", no);
    }

    private static Document line(String serial, int quantity) {
        return new Document("serial", serial).append("qty", quantity);
    }

    private static Document event(int sequence) {
        return new Document("seq", sequence);
    }

    private static Date at(int minutes) {
        return Date.from(Instant.parse("2026-11-20T00:00:00Z").plusSeconds(60L * minutes));
    }
}
