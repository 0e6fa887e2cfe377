package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** Writes that look and change in one step: versions, inboxes, reservations, leases. */
class GuardedWritesContractTest extends StoreContract {

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
    void changesAnAggregateInOneWrite() {
        claims.insertOne(new Document("_id", "c-1")
                .append("version", 1L)
                .append("status", "NEW")
                .append("old", 1)
                .append("outbox", List.of())
                .append("seen", new Document("diagnosis", 3L)));
        Bson filter = and(eq("_id", "c-1"), eq("version", 1L), not(gte("seen.diagnosis", 4L)));
        Bson update = new Document("$inc", new Document("version", 1L))
                .append("$min", new Document("pendingSince", at(1)))
                .append("$set", new Document("status", "OPEN").append("seen.diagnosis", 4L))
                .append("$unset", new Document("old", ""))
                .append(
                        "$push",
                        new Document("outbox", new Document("$each", List.of(event(1), event(2))))
                                .append("seenIds", new Document("$each", List.of("e-1")).append("$slice", -256)));
        FindOneAndUpdateOptions outbox = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(new Document("outbox", 1));
        assertThat(claims.findOneAndUpdate(filter, update, outbox))
                .isEqualTo(new Document("_id", "c-1").append("outbox", List.of(event(1), event(2))));
        assertThat(claims.findOneAndUpdate(filter, update, outbox)).isNull();
        assertThat(find(eq("_id", "c-1")))
                .isEqualTo(new Document("_id", "c-1")
                        .append("version", 2L)
                        .append("status", "OPEN")
                        .append("outbox", List.of(event(1), event(2)))
                        .append("seen", new Document("diagnosis", 4L))
                        .append("pendingSince", at(1))
                        .append("seenIds", List.of("e-1")));
    }

    @Test
    void marksTheOutboxInOrderWithoutWaitingForTheMajority() {
        claims.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        claims.insertOne(pending("all-sent", 2));
        claims.insertOne(pending("told-since", 3));
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        for (String id : List.of("all-sent", "told-since")) {
            Document pull = new Document("outbox", new Document("seq", new Document("$lte", 2L)));
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", id), eq("lastSequence", 2L)),
                    new Document("$pull", pull).append("$unset", new Document("pendingSince", ""))));
            writes.add(new UpdateOneModel<>(and(eq("_id", id), gt("lastSequence", 2L)), new Document("$pull", pull)));
        }
        claims.withWriteConcern(WriteConcern.W1).bulkWrite(writes, new BulkWriteOptions().ordered(true));
        assertThat(find(eq("_id", "all-sent")))
                .containsEntry("outbox", List.of())
                .doesNotContainKey("pendingSince");
        assertThat(find(eq("_id", "told-since")))
                .containsEntry("outbox", List.of(new Document("seq", 3L)))
                .containsKey("pendingSince");
        assertThat(ids(lt("pendingSince", at(9)))).containsExactly("told-since");
    }

    @Test
    void upsertsUnlessANewerOneIsThere() {
        assertThat(keep(2L).getUpsertedId()).isNotNull();
        assertThat(keep(5L).getModifiedCount()).isEqualTo(1);
        assertDuplicate(() -> keep(5L));
        assertDuplicate(() -> keep(4L));
        assertThat(claims.find().into(new ArrayList<>()))
                .containsExactly(new Document("_id", "customer").append("version", 5L));
    }

    @Test
    void countsAReceiptOnce() {
        claims.createIndex(Indexes.ascending("vendor", "part"), new IndexOptions().unique(true));
        receive("r-1");
        assertDuplicate(() -> receive("r-1"));
        receive("r-2");
        assertThat(claims.find().into(new ArrayList<>()))
                .containsExactly(new Document("_id", "acme/p")
                        .append("vendor", "acme")
                        .append("part", "p")
                        .append("onHand", 8L)
                        .append("received", List.of("r-1", "r-2")));
    }

    @Test
    void takesWhatIsReservedOnce() {
        claims.insertOne(new Document("_id", 1)
                .append("onHand", 5L)
                .append("reservations", List.of(new Document("id", "r-1"), new Document("id", "r-2"))));
        Bson filter = and(eq("_id", 1), eq("reservations.id", "r-1"), ne("left", "r-1"));
        Bson update = combine(
                inc("onHand", -2L),
                pull("reservations", new Document("id", "r-1")),
                pushEach("left", List.of("r-1"), new PushOptions().slice(-256)));
        assertThat(claims.updateOne(filter, update).getModifiedCount()).isEqualTo(1);
        assertThat(claims.updateOne(filter, update).getModifiedCount()).isZero();
        assertThat(find(eq("_id", 1)))
                .containsEntry("onHand", 3L)
                .containsEntry("reservations", List.of(new Document("id", "r-2")));
        assertThat(ids(and(eq("_id", 1), or(eq("reservations.id", "r-1"), eq("left", "r-1")))))
                .containsExactly(1);
        assertThat(ids(and(eq("_id", 1), or(eq("reservations.id", "r-9"), eq("left", "r-9")))))
                .isEmpty();
    }

    @Test
    void leasesToOneOwner() {
        claims.insertOne(lease("a", 10));
        assertThat(leaseFor("b", 9)).isNull();
        assertThat(leaseFor("a", 9)).isEqualTo(lease("a", 10));
        assertThat(leaseFor("b", 70)).isEqualTo(lease("a", 69));
        assertDuplicate(() -> claims.insertOne(lease("c", 99)));
    }

    @Test
    void closesUnlessClosed() {
        claims.insertOne(new Document("_id", 1).append("open", true).append("status", "DEAD"));
        Bson close = combine(set("status", "HANDLED"), unset("open"));
        assertThat(claims.updateOne(and(eq("_id", 1), eq("open", true)), close).getModifiedCount())
                .isEqualTo(1);
        assertThat(claims.updateOne(and(eq("_id", 1), eq("open", true)), close).getMatchedCount())
                .isZero();
    }

    private UpdateResult keep(long version) {
        return claims.updateOne(
                and(eq("_id", "customer"), lt("version", version)),
                set("version", version),
                new UpdateOptions().upsert(true));
    }

    private void receive(String reference) {
        claims.updateOne(
                and(eq("_id", "acme/p"), ne("received", reference)),
                combine(
                        setOnInsert("vendor", "acme"),
                        setOnInsert("part", "p"),
                        inc("onHand", 4L),
                        pushEach("received", List.of(reference), new PushOptions().slice(-256))),
                new UpdateOptions().upsert(true));
    }

    private Document leaseFor(String owner, int now) {
        return claims.findOneAndUpdate(
                and(eq("_id", "sweep"), or(eq("owner", owner), lt("until", at(now)), gt("until", at(now + 120)))),
                combine(set("owner", owner), set("until", at(now + 60))),
                new FindOneAndUpdateOptions());
    }

    private static Document lease(String owner, int until) {
        return new Document("_id", "sweep").append("owner", owner).append("until", at(until));
    }

    private static Document pending(String id, long sequence) {
        return new Document("_id", id)
                .append("lastSequence", sequence)
                .append("pendingSince", at(1))
                .append(
                        "outbox",
                        LongStream.rangeClosed(1, sequence)
                                .mapToObj(seq -> new Document("seq", seq))
                                .toList());
    }

    private static long reserve(MongoCollection<Document> stock, String id, int quantity) {
        return stock.updateOne(
                        and(eq("_id", "part"), ne("reservations.id", id), gte("available", quantity)),
                        combine(
                                inc("available", -quantity),
                                push("reservations", new Document("id", id).append("quantity", quantity))))
                .getModifiedCount();
    }
}
