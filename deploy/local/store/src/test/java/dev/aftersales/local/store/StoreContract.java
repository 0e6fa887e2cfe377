package dev.aftersales.local.store;

import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of the store: every shape of operation that the suite relies on, against whatever store {@code STORE_URI}
 * (system property or environment) names, otherwise against the embedded one. What is not in one of its classes is not
 * to be used.
 */
abstract class StoreContract {

    private static EmbeddedStore embedded;
    static MongoClient client;
    static MongoDatabase database;
    MongoCollection<Document> claims;

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

    /** The only document, or the first, that fits; null if none does. */
    Document find(Bson filter) {
        return claims.find(filter).first();
    }

    List<Object> ids(Bson filter) {
        return claims.find(filter)
                .projection(fields(include("_id")))
                .sort(ascending("_id"))
                .map(d -> d.get("_id"))
                .into(new ArrayList<>());
    }

    List<Object> ids(Bson filter, Bson order, int limit) {
        return claims.find(filter)
                .sort(order)
                .limit(limit)
                .map(d -> d.get("_id"))
                .into(new ArrayList<>());
    }

    static void assertDuplicate(ThrowingCallable write) {
        MongoWriteException e = catchThrowableOfType(MongoWriteException.class, write);
        assertThat(e).isNotNull();
        assertThat(e.getError().getCode()).isEqualTo(11000);
    }

    /** vendor v0..v2 in turn, each with one status, due a minute apart. */
    static List<Document> claims(int count) {
        String[] statuses = {"CLOSED", "HELD", "OPEN"};
        return IntStream.range(0, count)
                .mapToObj(i -> new Document("_id", "c-%04d".formatted(i))
                        .append("vendor", "v" + i % 3)
                        .append("status", statuses[i % 3])
                        .append("due", at(i)))
                .toList();
    }

    static Document doc(int id, int no) {
        return new Document("_id", id).append("no", no);
    }

    static Document line(String serial, int quantity) {
        return new Document("serial", serial).append("qty", quantity);
    }

    static Document event(int sequence) {
        return new Document("seq", sequence);
    }

    static Date at(int minutes) {
        return Date.from(Instant.parse("2026-11-20T00:00:00Z").plusSeconds(60L * minutes));
    }
}
