package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** Indexes: unique, sparse, partial and over arrays; what they refuse and what they find. */
class IndexesContractTest extends StoreContract {

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
    void findsByARangeInASparseIndexWithoutUniqueness() {
        claims.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        claims.insertMany(claims(4));
        claims.updateMany(in("_id", "c-0001", "c-0003"), set("pendingSince", at(5)));
        claims.updateOne(eq("_id", "c-0002"), set("pendingSince", at(4)));
        assertThat(claims.find(lt("pendingSince", at(6)))
                        .projection(include("vendor"))
                        .sort(ascending("pendingSince"))
                        .limit(1)
                        .first())
                .isEqualTo(new Document("_id", "c-0002").append("vendor", "v2"));
        assertThat(ids(exists("pendingSince"), ascending("pendingSince"), 9)).hasSize(3);
        assertThat(ids(lt("pendingSince", at(5)))).containsExactly("c-0002");
        assertThat(claims.find().sort(ascending("pendingSince")).into(new ArrayList<>()))
                .hasSize(4);
    }

    @Test
    void findsEachDocumentOnceThroughAnIndexOverAnArray() {
        claims.createIndex(Indexes.ascending("vendor", "faultCode", "serials", "passedAt"));
        claims.insertOne(passed(1, 10, "A", "B", "A"));
        claims.insertOne(passed(2, 20, "B", "C"));
        claims.insertOne(passed(3, 30));
        claims.insertOne(new Document("_id", 4).append("vendor", "acme").append("faultCode", "F1"));
        assertThat(ids(passages(in("serials", "A", "B", "X"), 0))).containsExactly(1, 2);
        assertThat(ids(passages(in("serials", "A", "B", "X"), 11))).containsExactly(2);
        assertThat(ids(passages(eq("serials", "A"), 10))).containsExactly(1);
        assertThat(claims.countDocuments(passages(in("serials", "A", "B"), 0), new CountOptions().limit(9)))
                .isEqualTo(2);
        assertThat(claims.countDocuments(passages(in("serials", "A", "B"), 0), new CountOptions().limit(1)))
                .isEqualTo(1);
    }

    @Test
    void findsAnotherThatSharesAnElement() {
        claims.createIndex(Indexes.ascending("vendor", "serials"));
        claims.insertOne(passed(1, 0, "A", "B"));
        claims.insertOne(passed(2, 0, "B"));
        claims.insertOne(passed(3, 0, "C"));
        assertThat(ids(and(eq("vendor", "acme"), in("serials", List.of("B", "A")), ne("_id", 1)), ascending("_id"), 1))
                .containsExactly(2);
        assertThat(ids(and(eq("vendor", "acme"), in("serials", List.of("C")), ne("_id", 3)), ascending("_id"), 1))
                .isEmpty();
    }

    /** As what was stored before the array was kept; an empty one is there. */
    @Test
    void findsThroughAnIndexOverAnArrayWhatLacksTheArray() {
        claims.createIndex(Indexes.ascending("vendor", "tags"));
        claims.insertOne(new Document("_id", 1).append("vendor", "v").append("tags", List.of("x", "y")));
        claims.insertOne(new Document("_id", 2).append("vendor", "v").append("tags", List.of()));
        claims.insertOne(new Document("_id", 3).append("vendor", "v"));
        claims.insertOne(new Document("_id", 4).append("vendor", "w"));

        assertThat(claims.find(and(eq("vendor", "v"), eq("tags", null), nin("_id", List.of(5))))
                        .projection(include("_id"))
                        .limit(2)
                        .map(document -> document.getInteger("_id")))
                .containsExactly(3);
    }

    @Test
    void pagesThroughAnIndexOverAnArray() {
        claims.createIndex(Indexes.ascending("vendor", "states", "due", "_id"));
        for (int i = 0; i < 12; i++) {
            claims.insertOne(new Document("_id", i)
                    .append("vendor", "acme")
                    .append("states", i % 2 == 0 ? List.of("SENT", "OPEN", "SENT") : List.of("SENT"))
                    .append("due", at((12 - i) / 4)));
        }
        assertThat(ids(and(eq("vendor", "acme"), eq("states", "OPEN")), ascending("due", "_id"), 4))
                .containsExactly(10, 6, 8, 2);
        assertThat(ids(
                        and(
                                eq("vendor", "acme"),
                                eq("states", "OPEN"),
                                gte("due", at(1)),
                                or(gt("due", at(1)), gte("_id", 8))),
                        ascending("due", "_id"),
                        2))
                .containsExactly(8, 2);
        claims.updateOne(eq("_id", 8), set("states", List.of("SENT")));
        assertThat(ids(and(eq("vendor", "acme"), eq("states", "OPEN")), ascending("due", "_id"), 3))
                .containsExactly(10, 6, 2);
    }

    /** What has any of the elements, or one of them, each once, in the order of ids. */
    @Test
    void pagesByIdThroughAnIndexOverAnArray() {
        claims.createIndex(Indexes.ascending("vendor", "serials", "_id"));
        for (int i = 0; i < 9; i++) {
            claims.insertOne(passed(i, 0, i % 2 == 0 ? new String[] {"A", "B"} : new String[] {"C"}));
        }
        Bson any = and(eq("vendor", "acme"), in("serials", List.of("B", "A")));
        assertThat(ids(and(any, gt("_id", -1)), ascending("_id"), 3)).containsExactly(0, 2, 4);
        assertThat(ids(and(any, gt("_id", 4)), ascending("_id"), 3)).containsExactly(6, 8);
        assertThat(ids(and(eq("vendor", "acme"), eq("serials", "C"), gt("_id", 3)), ascending("_id"), 9))
                .containsExactly(5, 7);
    }

    /** The fullest first among those that have all the elements, behind a place. */
    @Test
    void pagesDescendingThroughAnIndexOverAnArrayBySeveralElements() {
        claims.createIndex(
                Indexes.compoundIndex(Indexes.ascending("vendor", "traits"), Indexes.descending("units", "_id")));
        for (int i = 0; i < 12; i++) {
            claims.insertOne(new Document("_id", i)
                    .append("vendor", "acme")
                    .append("traits", i % 3 == 0 ? List.of("m=1", "lot=2") : List.of("m=1"))
                    .append("units", i / 4));
        }
        Bson both = and(eq("vendor", "acme"), eq("traits", "m=1"), eq("traits", "lot=2"), gte("units", 0));
        assertThat(ids(both, descending("units", "_id"), 3)).containsExactly(9, 6, 3);
        assertThat(ids(and(both, or(lt("units", 1), and(eq("units", 1), lt("_id", 6)))), descending("units", "_id"), 3))
                .containsExactly(3, 0);
        assertThat(ids(and(eq("vendor", "acme"), eq("traits", "m=1"), gte("units", 2)), descending("units", "_id"), 9))
                .containsExactly(11, 10, 9, 8);
    }

    @Test
    void keepsElementsUniqueAmongTheDocumentsThatHaveThem() {
        claims.createIndex(
                Indexes.ascending("vendor", "numbers"),
                new IndexOptions().unique(true).partialFilterExpression(exists("numbers")));
        claims.insertOne(parcels(1, "acme").append("numbers", List.of("T1", "T2", "T1")));
        claims.insertOne(parcels(2, "other").append("numbers", List.of("T1")));
        claims.insertOne(parcels(3, "acme"));
        claims.insertOne(parcels(4, "acme"));
        assertDuplicate(() -> claims.insertOne(parcels(5, "acme").append("numbers", List.of("T9", "T2"))));
        assertThat(catchThrowableOfType(
                                MongoException.class,
                                () -> claims.findOneAndUpdate(eq("_id", 3), set("numbers", List.of("T2"))))
                        .getCode())
                .isEqualTo(11000);
        claims.updateOne(eq("_id", 1), set("numbers", List.of("T2", "T3")));
        claims.updateOne(eq("_id", 3), set("numbers", List.of("T1")));
        assertThat(ids(and(eq("vendor", "acme"), eq("numbers", "T1")), ascending("_id"), 1))
                .containsExactly(3);
        claims.updateOne(eq("_id", 1), unset("numbers"));
        claims.updateOne(eq("_id", 4), set("numbers", List.of("T2")));
        assertThat(ids(and(eq("vendor", "acme"), eq("numbers", "T2")))).containsExactly(4);
    }

    private static Bson passages(Bson serials, int from) {
        return and(eq("vendor", "acme"), eq("faultCode", "F1"), serials, gte("passedAt", at(from)));
    }

    private static Document passed(int id, int minutes, String... serials) {
        return parcels(id, "acme")
                .append("faultCode", "F1")
                .append("serials", List.of(serials))
                .append("passedAt", at(minutes));
    }

    private static Document parcels(int id, String vendor) {
        return new Document("_id", id).append("vendor", vendor);
    }
}
