package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Indexes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** Documents and their ids: in, out, and gone. */
class DocumentsContractTest extends StoreContract {

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

    @Test
    void insertsManyUpToTheFirstError() {
        MongoBulkWriteException e = catchThrowableOfType(
                MongoBulkWriteException.class, () -> claims.insertMany(List.of(doc(1, 1), doc(1, 2), doc(3, 3))));
        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(claims.countDocuments()).isEqualTo(1);
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
        assertThat(claims.deleteMany(
                                and(eq("vendor", "v1"), gte("due", at(40)), or(gt("due", at(40)), gt("_id", "c-0040"))))
                        .getDeletedCount())
                .isEqualTo(16);
    }
}
