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
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

/** Filters, orders, projections, counts and pages. */
class QueriesContractTest extends StoreContract {

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
    void walksTheValuesOfAKeyByKeyset() {
        claims.createIndex(Indexes.ascending("vendor", "status"));
        for (int i = 0; i < 30; i++) {
            claims.insertOne(
                    new Document("_id", i).append("vendor", "v" + i % 2).append("status", "s" + i % 3));
        }
        claims.insertOne(new Document("_id", 30).append("vendor", "v0"));
        List<String> found = new ArrayList<>();
        String last = "";
        for (List<String> page = statuses(last); !page.isEmpty(); page = statuses(last)) {
            found.addAll(page.stream().distinct().toList());
            last = page.getLast();
        }
        assertThat(found).containsExactly("s0", "s2");
        assertThat(ids(and(eq("vendor", "v0"), eq("status", null)))).containsExactly(30);
    }

    private List<String> statuses(String after) {
        return claims.find(and(eq("vendor", "v0"), in("status", "s0", "s2", "s7"), gt("status", after)))
                .sort(ascending("status"))
                .projection(fields(include("status"), excludeId()))
                .limit(4)
                .map(document -> document.getString("status"))
                .into(new ArrayList<>());
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
    void pagesOldestFirst() {
        claims.createIndex(Indexes.ascending("vendor", "due", "_id"));
        for (int i = 0; i < 20; i++) {
            claims.insertOne(new Document("_id", "c%02d".formatted((i * 7) % 20))
                    .append("vendor", "acme")
                    .append("due", at(i / 6)));
        }
        List<Object> expected = ids(eq("vendor", "acme"), ascending("due", "_id"), 20);
        Document last = find(eq("_id", expected.get(8)));
        Date due = last.getDate("due");
        assertThat(ids(
                        and(eq("vendor", "acme"), or(gt("due", due), and(eq("due", due), gt("_id", last.get("_id"))))),
                        ascending("due", "_id"),
                        20))
                .isEqualTo(expected.subList(9, 20));
        assertThat(ids(
                        and(eq("vendor", "acme"), gte("due", due), or(gt("due", due), gte("_id", last.get("_id")))),
                        ascending("due", "_id"),
                        5))
                .isEqualTo(expected.subList(8, 13));
    }

    @Test
    void pagesWithinARangeNewestFirst() {
        claims.createIndex(Indexes.compoundIndex(Indexes.ascending("vendor"), Indexes.descending("due", "_id")));
        claims.insertMany(claims(60));
        assertThat(ids(
                        and(
                                eq("vendor", "v0"),
                                gte("due", at(6)),
                                lt("due", at(40)),
                                or(lt("due", at(15)), and(eq("due", at(15)), lt("_id", "c-0015")))),
                        descending("due", "_id"),
                        10))
                .containsExactly("c-0012", "c-0009", "c-0006");
    }

    @Test
    void walksAlongWhatIsDue() {
        claims.createIndex(Indexes.ascending("due", "_id"));
        claims.insertMany(claims(30));
        claims.updateMany(in("_id", "c-0005", "c-0006"), set("due", at(4)));
        claims.updateOne(eq("_id", "c-0002"), unset("due"));
        assertThat(claims.find(lte("due", at(7)))
                        .sort(ascending("due", "_id"))
                        .projection(include("due"))
                        .limit(4)
                        .into(new ArrayList<>()))
                .containsExactly(due(0, 0), due(1, 1), due(3, 3), due(4, 4));
        assertThat(claims.find(and(gte("due", at(4)), lte("due", at(7)), or(gt("due", at(4)), gt("_id", "c-0004"))))
                        .sort(ascending("due", "_id"))
                        .projection(include("due"))
                        .limit(9)
                        .into(new ArrayList<>()))
                .containsExactly(due(5, 4), due(6, 4), due(7, 7));
    }

    private static Document due(int id, int minute) {
        return new Document("_id", "c-%04d".formatted(id)).append("due", at(minute));
    }

    @Test
    void readsAnIndexBackwards() {
        claims.createIndex(Indexes.ascending("vendor", "due", "_id"));
        claims.insertMany(claims(30));
        assertThat(ids(eq("vendor", "v1"), descending("due", "_id"), 3)).containsExactly("c-0028", "c-0025", "c-0022");
    }

    @Test
    void walksFromAPlaceAlongAnIndexOfTheNewestFirst() {
        claims.createIndex(Indexes.compoundIndex(Indexes.ascending("vendor"), Indexes.descending("due", "_id")));
        claims.insertMany(claims(90));
        List<Object> walked = claims.withDocumentClass(RawBsonDocument.class)
                .find(and(
                        eq("vendor", "v0"),
                        gte("due", at(12)),
                        or(gt("due", at(12)), gt("_id", "c-0012")),
                        lt("due", at(60))))
                .sort(ascending("due", "_id"))
                .projection(exclude("vendor", "absent"))
                .batchSize(3)
                .map(document -> (Object) document.getString("_id").getValue())
                .into(new ArrayList<>());
        assertThat(walked)
                .isEqualTo(ids(
                        and(eq("vendor", "v0"), gt("due", at(12)), lt("due", at(60))), ascending("due", "_id"), 99));
        assertThat(walked).hasSize(15);
    }

    @Test
    void findsByARangeOfTexts() {
        claims.createIndex(Indexes.ascending("vendor", "code"));
        List.of("A1", "a1", "B", "B-10", "B-2", "Ä")
                .forEach(code -> claims.insertOne(new Document("vendor", "acme").append("code", code)));
        assertThat(claims.find(and(eq("vendor", "acme"), gt("code", "B")))
                        .sort(ascending("vendor", "code"))
                        .map(d -> d.getString("code"))
                        .into(new ArrayList<>()))
                .containsExactly("B-10", "B-2", "a1", "Ä");
    }

    @Test
    void findsByEqualityAndUpperBound() {
        claims.insertMany(claims(9));
        assertThat(ids(and(eq("vendor", "v1"), lte("due", at(4))), ascending("due"), 10))
                .containsExactly("c-0001", "c-0004");
        assertThat(claims.find(and(eq("_id", "c-0001"), gte("due", at(1))))
                        .projection(new Document("_id", 1))
                        .first())
                .isEqualTo(new Document("_id", "c-0001"));
        assertThat(find(and(eq("_id", "c-0001"), gte("due", at(2))))).isNull();
    }

    @Test
    void findsNothingMissingInARangeAndSortsItFirst() {
        claims.createIndex(Indexes.ascending("status", "lookedAt"));
        claims.createIndex(Indexes.ascending("dueAt"));
        claims.insertOne(new Document("_id", 1).append("status", "PARKED").append("lookedAt", at(2)));
        claims.insertOne(new Document("_id", 2).append("status", "PARKED"));
        claims.insertOne(new Document("_id", 3)
                .append("status", "PARKED")
                .append("lookedAt", null)
                .append("dueAt", at(1)));
        assertThat(ids(eq("status", "PARKED"), ascending("lookedAt"), 3)).endsWith(1);
        assertThat(ids(lt("dueAt", at(9)), ascending("dueAt"), 9)).containsExactly(3);
        assertThat(ids(lte("dueAt", at(1)), ascending("dueAt"), 9)).containsExactly(3);
    }

    @Test
    void findsByFlag() {
        claims.createIndex(Indexes.ascending("lane", "open", "offset"));
        claims.insertOne(new Document("_id", 1).append("lane", "a").append("offset", 7L));
        claims.insertOne(
                new Document("_id", 2).append("lane", "a").append("open", true).append("offset", 9L));
        claims.insertOne(
                new Document("_id", 3).append("lane", "a").append("open", true).append("offset", 8L));
        assertThat(ids(and(eq("lane", "a"), eq("open", true)), ascending("offset"), 1))
                .containsExactly(3);
    }

    @Test
    void pagesByIdWithinEqualitiesAndAFlag() {
        claims.createIndex(Indexes.ascending("vendor", "issue", "counts", "_id"));
        for (int i = 0; i < 12; i++) {
            claims.insertOne(new Document("_id", "l%02d".formatted((i * 5) % 12))
                    .append("vendor", "acme")
                    .append("issue", i < 9 ? "a" : "b")
                    .append("counts", i % 3 != 0));
        }
        var counting = and(eq("vendor", "acme"), eq("issue", "a"), eq("counts", true));
        assertThat(ids(counting, ascending("_id"), 4)).containsExactly("l01", "l04", "l05", "l08");
        assertThat(ids(and(counting, gt("_id", "l04")), ascending("_id"), 9))
                .containsExactly("l05", "l08", "l10", "l11");
    }

    @Test
    void sortsByTheFieldOfWhichItTakesSeveralValues() {
        claims.createIndex(Indexes.ascending("vendor", "serial"));
        List.of("S3", "S1", "S2", "S1")
                .forEach(serial -> claims.insertOne(new Document("_id", claims.countDocuments())
                        .append("vendor", "acme")
                        .append("serial", serial)));
        claims.insertOne(new Document("_id", 9L).append("vendor", "acme"));
        assertThat(claims.find(and(eq("vendor", "acme"), in("serial", List.of("S3", "S1", "S9"))))
                        .sort(ascending("serial"))
                        .limit(12)
                        .map(document -> document.getString("serial"))
                        .into(new ArrayList<>()))
                .containsExactly("S1", "S1", "S3");
    }

    @Test
    void countsNoFurtherThanItsLimit() {
        claims.createIndex(Indexes.ascending("vendor"));
        claims.insertMany(claims(30));
        assertThat(claims.countDocuments(eq("vendor", "v1"), new CountOptions().limit(4)))
                .isEqualTo(4);
        assertThat(claims.countDocuments(eq("vendor", "v1"), new CountOptions().limit(40)))
                .isEqualTo(10);
        assertThat(claims.countDocuments(eq("vendor", "v7"), new CountOptions().limit(1)))
                .isZero();
    }

    @Test
    void leavesFieldsOut() {
        claims.insertOne(new Document("_id", 1)
                .append("value", new Binary(new byte[] {1}))
                .append("headers", List.of(new Document("name", "a")))
                .append("status", "DEAD"));
        assertThat(claims.find().projection(exclude("value", "headers")).first())
                .isEqualTo(new Document("_id", 1).append("status", "DEAD"));
    }
}
