package dev.aftersales.chassis.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import dev.aftersales.contracts.events.partners.CarrierAccepted;
import dev.aftersales.testing.Infrastructure;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT
class AggregatesIT {

    @Autowired
    Aggregates<Tally> tallies;

    @Autowired
    MongoDatabase database;

    private final String id = Sample.freshId();

    @Test
    void manyInsertsMakeWhatIsNotThereAndTellOfThat() {
        // Given
        tallies.insert(id, Change.of(tally(1)));

        // When
        Set<String> there = tallies.insertAll(Map.of(
                id,
                Change.of(tally(7), tally(7).told()),
                id + "-a",
                Change.of(tally(2), tally(2).told()),
                id + "-b",
                Change.of(tally(3))));

        // Then
        assertThat(there).containsExactly(id);
        assertThat(tallies.find(id).orElseThrow().state()).isEqualTo(tally(1));
        assertThat(tallies.find(id + "-b").orElseThrow().state()).isEqualTo(tally(3));
        assertThat(Topics.awaitEvent("diagnosis", "diagnosis.diagnosis-started.v1", id + "-a")
                        .header("ce_sequence"))
                .isEqualTo("1");
        assertThat(Topics.about(id, "diagnosis")).isEmpty();
    }

    @Test
    void secondInsertFindsTheFirst() {
        tallies.insert(id, Change.of(tally(1)));

        Insertion<Tally> twin = tallies.insert(id, Change.of(tally(7)));

        assertThat(twin).isInstanceOf(Insertion.AlreadyThere.class);
        assertThat(twin.stored().state().count()).isEqualTo(1);
    }

    @Test
    void refusalWritesNothing() {
        tallies.insert(id, Change.of(tally(1)));

        String said =
                tallies.<String>decide(id, stored -> Decision.refuse("no")).orElseThrow();

        assertThat(said).isEqualTo("no");
        assertThat(tallies.find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatWasDueIsToldAtItsOwnTimeHoweverLateItIsFound() {
        Instant due = Instant.parse("2026-01-31T22:59:59.001Z");
        tallies.insert(id, Change.of(tally(1)));

        tallies.decide(
                id,
                stored -> Decision.due(
                        due, stored.state(), true, List.of(stored.state().told())));

        Message told = Topics.awaitOne("diagnosis", m -> m.subject().equals(id));
        assertThat(told.headers()).containsEntry("ce_time", "2026-01-31T22:59:59.001Z");
    }

    /** A million may be pending: what is looked at twice a second costs no more than its keys. */
    @Test
    void findsWhatIsDueInDueOrderByKeysAndReadsNoState() {
        // Given: one of them of a form that nobody can read
        Instant at = Instant.parse("2001-01-31T22:59:59.001Z");
        List<String> ids = Stream.of("c", "a", "b").map(letter -> id + letter).toList();
        ids.forEach(one -> tallies.insert(one, Change.of(tally(1))));
        MongoCollection<Document> stored = database.getCollection("tallies");
        stored.updateMany(Filters.in("_id", ids), Updates.set("dueAt", at));
        stored.updateOne(Filters.eq("_id", id + "a"), Updates.set("state", "none"));
        List<BsonDocument> read = new CopyOnWriteArrayList<>();

        // When
        List<Due> first;
        List<Due> rest;
        List<String> keys;
        try (MongoClient watched = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(Infrastructure.storeUri()))
                .addCommandListener(new Read(read))
                .build())) {
            Aggregates<Tally> watchedTallies = factory(watched.getDatabase(database.getName()))
                    .of(AggregateType.of("tallies", Tally.class, Tally::vendor));
            first = watchedTallies.due("dueAt", at, null, 2);
            rest = watchedTallies.due("dueAt", at, first.getLast(), 2);
            keys = watchedTallies.ids(Filters.eq("dueAt", at), id + "a", 5);
        }

        // Then
        assertThat(first).extracting(Due::id).containsExactly(id + "a", id + "b");
        assertThat(rest).containsExactly(new Due(at, id + "c"));
        assertThat(keys).containsExactly(id + "b", id + "c");
        assertThat(read).hasSize(5).allSatisfy(document -> assertThat(document.keySet())
                .isSubsetOf("_id", "dueAt"));
        stored.deleteMany(Filters.in("_id", ids));
    }

    private AggregatesFactory factory(MongoDatabase watched) {
        return new AggregatesFactory(
                watched,
                new StateMapper(),
                Clock.systemUTC(),
                new JsonMapper(),
                () -> null,
                (type, one, vendor, pending) -> {});
    }

    /** What the store has answered. */
    private record Read(List<BsonDocument> documents) implements CommandListener {

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (event.getCommandName().equals("find")) {
                event.getResponse()
                        .getDocument("cursor")
                        .getArray("firstBatch")
                        .forEach(document -> documents.add(document.asDocument().clone()));
            }
        }
    }

    @Test
    void saysWhenThereIsNoSuchAggregate() {
        assertThat(tallies.decide(id, stored -> Decision.refuse("no"))).isEmpty();
        assertThat(tallies.react(evidence(1), id, stored -> Change.of(stored.state())))
                .isEqualTo(Reacted.MISSING);
    }

    @Test
    void concurrentDecisionsAllCountOnce() throws Exception {
        tallies.insert(id, Change.of(tally(0)));

        inParallel(8, () -> {
            for (int i = 0; i < 10; i++) {
                tallies.decide(id, stored -> Decision.commit(stored.state().plusOne(Instant.EPOCH), true));
            }
            return null;
        });

        assertThat(tallies.find(id).orElseThrow().state().count()).isEqualTo(80);
    }

    @Test
    void sameEventAtOnceInManyPlacesCountsOnce() throws Exception {
        tallies.insert(id, Change.of(tally(0)));

        inParallel(
                8,
                () -> tallies.react(
                        evidence(5), id, stored -> Change.of(stored.state().plusOne(Instant.EPOCH))));

        assertThat(tallies.find(id).orElseThrow().state().count()).isEqualTo(1);
    }

    @Test
    void duplicateAndOlderEventsChangeNothing() {
        tallies.insert(id, Change.of(tally(0)));

        assertThat(react(evidence(2))).isEqualTo(Reacted.APPLIED);
        assertThat(react(evidence(2))).isEqualTo(Reacted.REPEATED);
        assertThat(react(evidence(1))).isEqualTo(Reacted.REPEATED);
        assertThat(react(evidence(3))).isEqualTo(Reacted.APPLIED);
        assertThat(tallies.find(id).orElseThrow().state().count()).isEqualTo(2);
    }

    @Test
    void aggregateMadeByAnEventDoesNotHandleThatEventAgain() {
        tallies.create(evidence(1), id, () -> Change.of(tally(1)));

        assertThat(tallies.create(evidence(1), id, () -> Change.of(tally(1)))).isEqualTo(Reacted.REPEATED);
        assertThat(react(evidence(1))).isEqualTo(Reacted.REPEATED);
    }

    @Test
    void partnerEventsAreToldApartByTheirIds() {
        tallies.insert(id, Change.of(tally(0)));

        assertThat(react(scan("a"))).isEqualTo(Reacted.APPLIED);
        assertThat(react(scan("b"))).isEqualTo(Reacted.APPLIED);
        assertThat(react(scan("a"))).isEqualTo(Reacted.REPEATED);
    }

    @Test
    void sameIdOfAnotherPartnerIsAnotherEvent() {
        tallies.insert(id, Change.of(tally(0)));

        assertThat(react(scan("/partners/carrier-one", "1"))).isEqualTo(Reacted.APPLIED);
        assertThat(react(scan("/partners/carrier-two", "1"))).isEqualTo(Reacted.APPLIED);
        assertThat(react(scan("/partners/carrier-two", "1"))).isEqualTo(Reacted.REPEATED);
    }

    @Test
    void partnerEventThatThePredecessorHandledIsNotHandledAgain() {
        tallies.insert(id, Change.of(tally(0)));
        database.getCollection("tallies").updateOne(Filters.eq("_id", id), Updates.set("seenIds", List.of("a")));

        assertThat(react(scan("a"))).isEqualTo(Reacted.REPEATED);
        assertThat(react(scan("b"))).isEqualTo(Reacted.APPLIED);
    }

    @Test
    void commitIsToldAsDoneAlsoWhereTheOutboxBeforeItIsNotReadable() {
        tallies.insert(id, Change.of(tally(0)));
        database.getCollection("tallies")
                .updateOne(Filters.eq("_id", id), Updates.push("outbox", new Document("seq", "not a number")));
        Tally next = tally(1);

        assertThat(tallies.decide(id, stored -> Decision.commit(next, "done", next.told())))
                .contains("done");
        database.getCollection("tallies").deleteOne(Filters.eq("_id", id));
    }

    @Test
    void eventThatNoBrokerWouldTakeIsRefusedBeforeTheWrite() {
        tallies.insert(id, Change.of(tally(0)));
        String long300k = "x".repeat(300 * 1024);

        assertThatThrownBy(() -> tallies.decide(
                        id,
                        stored -> Decision.commit(
                                stored.state().plusOne(Instant.EPOCH),
                                true,
                                new dev.aftersales.contracts.events.diagnosis.DiagnosisStarted(
                                        long300k,
                                        "exporter",
                                        dev.aftersales.contracts.events.diagnosis.DiagnosisStarted.Mode.CATALOGUE,
                                        Instant.EPOCH))))
                .isInstanceOf(EventTooLarge.class);
        assertThat(tallies.find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void queryFieldsFollowTheState() {
        tallies.insert(id, Change.of(tally(2)));
        assertThat(raw()).containsEntry("count", 2).containsEntry("even", true);

        tallies.decide(id, stored -> Decision.commit(stored.state().plusOne(Instant.EPOCH), true));

        assertThat(raw()).containsEntry("count", 3).doesNotContainKey("even");
        assertThat(tallies.query(Filters.and(Filters.eq("_id", id), Filters.eq("count", 3)), Sorts.ascending("_id"), 5))
                .hasSize(1);
    }

    @Test
    void sourcesThatDifferInADotOnlyAreGuardedApart() {
        tallies.insert(id, Change.of(tally(1)));

        assertThat(react(from("unit.1", 5))).isEqualTo(Reacted.APPLIED);
        assertThat(react(from("unit_1", 5))).isEqualTo(Reacted.APPLIED);
        assertThat(react(from("unit$1", 5))).isEqualTo(Reacted.APPLIED);
        assertThat(react(from("unit.1", 5))).isEqualTo(Reacted.REPEATED);
    }

    private Received<?> from(String subject, long sequence) {
        return new Received<>(
                new EvidenceReceived(id, "exporter", List.of("e"), null),
                "/claims-service",
                "claims/" + subject + "/" + sequence,
                "type",
                Topic.CLAIMS,
                subject,
                sequence,
                Instant.EPOCH,
                "exporter");
    }

    private Reacted react(Received<?> event) {
        return tallies.react(event, id, stored -> Change.of(stored.state().plusOne(Instant.EPOCH)));
    }

    private Document raw() {
        return database.getCollection("tallies").find(Filters.eq("_id", id)).first();
    }

    private Tally tally(int count) {
        return new Tally(id, "exporter", count, Instant.EPOCH);
    }

    private Received<?> evidence(long sequence) {
        return received(new EvidenceReceived(id, "exporter", List.of(), null), "e" + sequence, Topic.CLAIMS, sequence);
    }

    private Received<?> scan(String eventId) {
        return scan("/partners/carrier-one", eventId);
    }

    private Received<?> scan(String source, String eventId) {
        return new Received<>(
                new CarrierAccepted("exporter", "carrier-one", "TN1", Instant.EPOCH),
                source,
                eventId,
                "type",
                Topic.PARTNER_EVENTS,
                id,
                null,
                Instant.EPOCH,
                "exporter");
    }

    private <E extends dev.aftersales.contracts.events.Event> Received<E> received(
            E data, String eventId, Topic topic, @Nullable Long sequence) {
        return new Received<>(data, "/claims-service", eventId, "type", topic, id, sequence, Instant.EPOCH, "exporter");
    }

    private static void inParallel(int threads, Callable<?> task) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<? extends Future<?>> running =
                    IntStream.range(0, threads).mapToObj(i -> pool.submit(task)).toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
