package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What an update does to a document, one by one and in bulk. */
class UpdatesContractTest extends StoreContract {

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
    void insertsInBulkWhatIsNotThere() {
        claims.insertMany(List.of(new Document("_id", "a/1"), new Document("_id", "a/3")));
        MongoBulkWriteException refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> claims.insertMany(
                        List.of(
                                new Document("_id", "a/1").append("n", 1),
                                new Document("_id", "a/2").append("n", 1),
                                new Document("_id", "a/3").append("n", 1),
                                new Document("_id", "a/4").append("n", 1)),
                        new InsertManyOptions().ordered(false)));
        assertThat(refused.getWriteErrors())
                .allSatisfy(error -> assertThat(error.getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY))
                .extracting(BulkWriteError::getIndex)
                .containsExactlyInAnyOrder(0, 2);
        assertThat(refused.getWriteConcernError()).isNull();
        assertThat(claims.countDocuments(eq("n", 1))).isEqualTo(2);
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
    void lowersAFieldOnly() {
        claims.insertOne(new Document("_id", 1));
        claims.updateOne(eq("_id", 1), min("pendingSince", at(5)));
        claims.updateOne(eq("_id", 1), min("pendingSince", at(9)));
        assertThat(find(eq("_id", 1))).containsEntry("pendingSince", at(5));
        claims.updateOne(eq("_id", 1), min("pendingSince", at(2)));
        assertThat(find(eq("_id", 1))).containsEntry("pendingSince", at(2));
    }

    @Test
    void remembersTheLastOfAListBesideACount() {
        claims.insertOne(new Document("_id", 1).append("onHand", 10L).append("held", List.of(line("A", 1))));
        PushOptions lastTwo = new PushOptions().slice(-2);
        for (String id : List.of("r-1", "r-2", "r-3")) {
            claims.updateOne(eq("_id", 1), combine(inc("onHand", -1L), pushEach("left", List.of(id), lastTwo)));
        }
        assertThat(find(eq("_id", 1))).containsEntry("onHand", 7L).containsEntry("left", List.of("r-2", "r-3"));
    }

    @Test
    void pullsWhatMatchesAPartOfIt() {
        claims.insertOne(new Document("_id", 1).append("lines", List.of(line("A", 1), line("B", 2), line("A", 3))));
        assertThat(claims.updateOne(eq("_id", 1), combine(inc("n", 1L), pull("lines", new Document("serial", "A"))))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(find(eq("_id", 1))).containsEntry("lines", List.of(line("B", 2)));
        assertThat(claims.updateOne(eq("_id", 1), pull("lines", new Document("serial", "A")))
                        .getModifiedCount())
                .isZero();
    }

    @Test
    void pushesADocument() {
        claims.insertOne(new Document("_id", 1).append("status", "DEAD"));
        claims.updateOne(and(eq("_id", 1), eq("status", "DEAD")), push("acts", event(1)));
        claims.updateOne(and(eq("_id", 1), eq("status", "DEAD")), push("acts", event(2)));
        assertThat(find(eq("_id", 1))).containsEntry("acts", List.of(event(1), event(2)));
    }

    @Test
    void setsAFieldOfAnElementByItsPlaceWhileTheDocumentIsInHand() {
        claims.insertOne(new Document("_id", 1)
                .append("acts", List.of(new Document("what", "a"), new Document("what", "b").append("outcome", null)))
                .append("inHandUntil", at(5)));
        var free = and(eq("_id", 1), not(gte("inHandUntil", at(4))));
        assertThat(claims.updateOne(free, set("status", "DEAD")).getMatchedCount())
                .isZero();
        claims.updateOne(
                and(eq("_id", 1), not(gte("inHandUntil", at(6)))),
                combine(set("acts.1.outcome", "handled"), unset("inHandUntil")));
        assertThat(claims.find(eq("_id", 1)).first())
                .isEqualTo(new Document("_id", 1)
                        .append(
                                "acts",
                                List.of(
                                        new Document("what", "a"),
                                        new Document("what", "b").append("outcome", "handled"))));
        assertThat(claims.updateOne(free, set("status", "DEAD")).getMatchedCount())
                .isEqualTo(1);
    }

    @Test
    void updatesAllOfAListOfIds() {
        claims.insertMany(claims(5));
        assertThat(claims.updateMany(in("_id", List.of("c-0001", "c-0003", "c-0009")), set("lookedAt", at(1)))
                        .getModifiedCount())
                .isEqualTo(2);
        assertThat(ids(exists("lookedAt"))).containsExactly("c-0001", "c-0003");
    }

    @Test
    void keepsInstants() {
        claims.insertOne(new Document("_id", 1));
        claims.updateOne(eq("_id", 1), set("wakeDue", at(3).toInstant()));
        assertThat(find(lt("wakeDue", at(4).toInstant()))).containsEntry("wakeDue", at(3));
    }
}
