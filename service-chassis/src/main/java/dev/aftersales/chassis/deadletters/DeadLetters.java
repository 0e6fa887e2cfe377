package dev.aftersales.chassis.deadletters;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.events.Reactions;
import dev.aftersales.chassis.paging.Cursor;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what could not be handled, durably and in order, in the service's own store; {@link DeadLetterAnnouncer} then
 * tells the dead-letter topic of it. So a dead-letter topic that cannot be written holds nothing up and loses nothing.
 *
 * <p>A <em>lane</em> is one aggregate's way through one consumer. While a record of a lane is dead, later ones park
 * behind it untried, so that they are handled in order once it is redriven or skipped.
 */
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    /** Blocked lanes remembered for each partition; beyond it the store is asked for each record of that partition. */
    private static final int REMEMBERED = 10_000;

    /** Among the remembered lanes when there may be more of them in the store; no lane has this name. */
    private static final String OTHERS = "";

    private record Place(String consumer, String topic, int partition) {}

    private final MongoCollection<Document> letters;
    private final Reactions reactions;
    private final Clock machineClock;
    private final MeterRegistry meters;
    private final int remembered;
    private final Map<Place, Set<String>> blocked = new ConcurrentHashMap<>();

    public DeadLetters(MongoDatabase database, Reactions reactions, Clock machineClock, MeterRegistry meters) {
        this(database, reactions, machineClock, meters, REMEMBERED);
    }

    DeadLetters(MongoDatabase database, Reactions reactions, Clock machineClock, MeterRegistry meters, int remembered) {
        this.remembered = remembered;
        this.letters = database.getCollection("deadLetters");
        this.reactions = reactions;
        this.machineClock = machineClock;
        this.meters = meters;
    }

    /** Makes the indexes; repeatable. */
    public void createIndexes() {
        letters.createIndex(Indexes.ascending("lane", "open", "offset"));
        letters.createIndex(Indexes.ascending("place", "open"));
        letters.createIndex(Indexes.ascending("status", "buriedAt", "_id"));
        letters.createIndex(Indexes.ascending("status", "lookedAt"));
        letters.createIndex(
                Indexes.ascending("announceSince"), new com.mongodb.client.model.IndexOptions().sparse(true));
    }

    /** Whether an earlier record of the same lane waits to be redriven. Asks the store only where memory says so. */
    public boolean isBlocked(String consumer, ConsumerRecord<String, byte[]> received) {
        if (received.key() == null) {
            return false;
        }
        Place place = new Place(consumer, received.topic(), received.partition());
        Set<String> lanes = blocked.computeIfAbsent(place, this::blockedLanes);
        String lane = laneOf(consumer, received.topic(), received.key());
        if (!lanes.contains(lane) && !lanes.contains(OTHERS) && lanes.size() < remembered) {
            return false;
        }
        if (head(lane) != null) {
            return true;
        }
        lanes.remove(lane);
        return false;
    }

    /** The partitions of a consumer were dealt anew: what is remembered of them may be another instance's past. */
    public void forget(String consumer) {
        blocked.keySet().removeIf(place -> place.consumer().equals(consumer));
    }

    /** Puts a record that waits for an earlier one of its lane aside. */
    public void park(String consumer, ConsumerRecord<String, byte[]> received) {
        keep(consumer, received, Status.PARKED, "an earlier event of the same aggregate is dead", 0);
    }

    /** Puts a record aside that failed for a reason of its own. Returns when it is durable. */
    public void bury(String consumer, ConsumerRecord<String, byte[]> received, Throwable failure, int attempts) {
        keep(consumer, received, Status.DEAD, Reason.of(failure), attempts);
        if (received.key() != null) {
            blocked.computeIfAbsent(new Place(consumer, received.topic(), received.partition()), this::blockedLanes)
                    .add(laneOf(consumer, received.topic(), received.key()));
        }
        log.atError()
                .addKeyValue("consumer", consumer)
                .addKeyValue("topic", received.topic())
                .addKeyValue("partition", received.partition())
                .addKeyValue("offset", received.offset())
                .addKeyValue("reason", Reason.of(failure))
                .log("Record dead-lettered");
    }

    private void keep(
            String consumer, ConsumerRecord<String, byte[]> received, Status status, String reason, int attempts) {
        Date now = Date.from(Instant.now(machineClock));
        List<Document> headers = new ArrayList<>();
        for (Header header : received.headers()) {
            headers.add(new Document("name", header.key())
                    .append("value", header.value() == null ? null : new Binary(header.value())));
        }
        Document document = new Document("_id", idOf(consumer, received))
                .append("consumer", consumer)
                .append("place", placeOf(new Place(consumer, received.topic(), received.partition())))
                .append("topic", received.topic())
                .append("partition", received.partition())
                .append("offset", received.offset())
                .append("recordedAt", received.timestamp())
                .append("type", header(received, "ce_type"))
                .append("headers", headers)
                .append("value", received.value() == null ? null : new Binary(received.value()))
                .append("status", status.name())
                .append("open", true)
                .append("reason", reason)
                .append("attempts", attempts)
                .append("buriedAt", now)
                .append("lookedAt", now)
                .append("announceSince", now)
                .append("acts", List.of());
        if (received.key() != null) {
            document.append("key", received.key()).append("lane", laneOf(consumer, received.topic(), received.key()));
        }
        try {
            letters.insertOne(document);
            meters.counter("aftersales.deadletters", "topic", received.topic(), "status", status.name())
                    .increment();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Delivered again after a crash between this write and the acknowledgment: it is kept already.
        }
    }

    /**
     * Letters, newest first.
     *
     * @param before buried before this instant
     */
    public List<DeadLetter> list(Status status, Instant before, int limit) {
        return list(status, lt("buriedAt", Date.from(before)), limit);
    }

    /** Letters that come after this place, newest first. */
    List<DeadLetter> list(Status status, Cursor after, int limit) {
        return list(status, after.after("buriedAt"), limit);
    }

    private List<DeadLetter> list(Status status, Bson place, int limit) {
        List<DeadLetter> found = new ArrayList<>();
        letters.find(and(eq("status", status.name()), place))
                .projection(Projections.exclude("value", "headers"))
                .sort(Sorts.descending("buriedAt", "_id"))
                .limit(limit)
                .forEach(document -> found.add(view(document)));
        return found;
    }

    /** One letter. */
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(eq("_id", id)).first()).map(DeadLetters::view);
    }

    /** What came of an order to redrive or to skip. */
    public sealed interface Outcome {

        /** Done; so many parked ones behind it were handled too. */
        record Done(DeadLetter letter, int unparked) implements Outcome {}

        /** It was tried, and failed again. */
        record FailedAgain(DeadLetter letter) implements Outcome {}

        /** It is not dead (any more). */
        record NotDead(DeadLetter letter) implements Outcome {}

        /** An earlier one of the same aggregate is to be settled first. */
        record NotFirst(DeadLetter letter, String first) implements Outcome {}
    }

    /** Tries a dead record again, and then what is parked behind it, in order. */
    public Optional<Outcome> redrive(String id, String person) {
        return settle(id, person, "redrive", null);
    }

    /** Gives a dead record up, with a reason, and lets what is parked behind it go on. */
    public Optional<Outcome> skip(String id, String person, String reason) {
        return settle(id, person, "skip", reason);
    }

    private Optional<Outcome> settle(String id, String person, String what, @Nullable String reason) {
        Document letter = letters.find(eq("_id", id)).first();
        if (letter == null) {
            return Optional.empty();
        }
        if (!letter.getString("status").equals(Status.DEAD.name())) {
            return Optional.of(new Outcome.NotDead(view(letter)));
        }
        String lane = letter.getString("lane");
        Document first = lane == null ? letter : head(lane);
        if (first != null && !first.getString("_id").equals(id)) {
            return Optional.of(new Outcome.NotFirst(view(letter), first.getString("_id")));
        }
        Document act = new Document("person", person)
                .append("what", what)
                .append("reason", reason)
                .append("at", Date.from(Instant.now(machineClock)));
        // Whoever comes second finds it settled, and leaves no act on it.
        if (letters.updateOne(and(eq("_id", id), eq("status", Status.DEAD.name())), Updates.push("acts", act))
                        .getMatchedCount()
                == 0) {
            return Optional.of(new Outcome.NotDead(view(reload(id))));
        }
        if (what.equals("skip")) {
            close(id, Status.SKIPPED);
        } else if (!handled(letter)) {
            return Optional.of(new Outcome.FailedAgain(view(reload(id))));
        }
        int unparked = lane == null ? 0 : drain(lane);
        return Optional.of(new Outcome.Done(view(reload(id)), unparked));
    }

    /** Handles the parked records at the head of a lane, in order, until one fails or none is left. */
    private int drain(String lane) {
        int count = 0;
        while (true) {
            Document next = head(lane);
            if (next == null || !next.getString("status").equals(Status.PARKED.name()) || !handled(next)) {
                return count;
            }
            count++;
        }
    }

    /** Drains lanes that were left with parked records only: one was parked while the last before it was settled. */
    void drainOrphans() {
        Set<String> lanes = new LinkedHashSet<>();
        List<String> looked = new ArrayList<>();
        for (Document parked : letters.find(eq("status", Status.PARKED.name()))
                .projection(Projections.include("lane"))
                .sort(Sorts.ascending("lookedAt"))
                .limit(100)) {
            looked.add(parked.getString("_id"));
            lanes.add(parked.getString("lane"));
        }
        if (looked.isEmpty()) {
            return;
        }
        letters.updateMany(
                com.mongodb.client.model.Filters.in("_id", looked),
                Updates.set("lookedAt", Date.from(Instant.now(machineClock))));
        lanes.forEach(this::drain);
    }

    private boolean handled(Document letter) {
        String id = letter.getString("_id");
        try {
            reactions.handle(recordOf(letter));
        } catch (RuntimeException e) {
            if (dev.aftersales.chassis.store.Outages.isOutage(e)) {
                throw e;
            }
            letters.updateOne(
                    // Unless somebody else settled it in the meantime.
                    and(eq("_id", id), eq("open", true)),
                    Updates.combine(
                            Updates.set("status", Status.DEAD.name()),
                            Updates.set("reason", Reason.of(e)),
                            Updates.inc("attempts", 1)));
            return false;
        }
        close(id, Status.HANDLED);
        return true;
    }

    private void close(String id, Status status) {
        letters.updateOne(
                and(eq("_id", id), eq("open", true)),
                Updates.combine(Updates.set("status", status.name()), Updates.unset("open")));
    }

    private @Nullable Document head(String lane) {
        return letters.find(and(eq("lane", lane), eq("open", true)))
                .sort(Sorts.ascending("offset"))
                .limit(1)
                .first();
    }

    private Document reload(String id) {
        Document letter = letters.find(eq("_id", id)).first();
        if (letter == null) {
            throw new IllegalStateException("dead letters are never deleted, yet " + id + " is gone");
        }
        return letter;
    }

    private Set<String> blockedLanes(Place place) {
        Set<String> lanes = ConcurrentHashMap.newKeySet();
        int read = 0;
        for (Document letter : letters.find(and(eq("place", placeOf(place)), eq("open", true)))
                .projection(Projections.include("lane"))
                .limit(remembered)) {
            if (++read == remembered) {
                // One lane may have parked that many: what the others are is not known.
                lanes.add(OTHERS);
            }
            if (letter.getString("lane") != null) {
                lanes.add(letter.getString("lane"));
            }
        }
        return lanes;
    }

    static ConsumerRecord<String, byte[]> recordOf(Document letter) {
        RecordHeaders headers = new RecordHeaders();
        for (Document header : letter.getList("headers", Document.class)) {
            Binary value = header.get("value", Binary.class);
            headers.add(header.getString("name"), value == null ? null : value.getData());
        }
        Binary value = letter.get("value", Binary.class);
        return new ConsumerRecord<>(
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getLong("recordedAt"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.getString("key"),
                value == null ? null : value.getData(),
                headers,
                Optional.empty());
    }

    private static DeadLetter view(Document letter) {
        return new DeadLetter(
                letter.getString("_id"),
                letter.getString("consumer"),
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getString("key"),
                letter.getString("type"),
                Status.valueOf(letter.getString("status")),
                letter.getString("reason"),
                letter.getInteger("attempts"),
                letter.getDate("buriedAt").toInstant(),
                letter.getList("acts", Document.class, List.of()).stream()
                        .map(act -> new DeadLetter.Act(
                                act.getString("person"),
                                act.getString("what"),
                                act.getString("reason"),
                                act.getDate("at").toInstant()))
                        .toList());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** With a separator that needs no escape in a URL. */
    private static String idOf(String consumer, ConsumerRecord<String, byte[]> received) {
        return consumer + "~" + received.topic() + "~" + received.partition() + "~" + received.offset();
    }

    private static String laneOf(String consumer, String topic, String key) {
        return consumer + "|" + topic + "|" + key;
    }

    private static String placeOf(Place place) {
        return place.consumer() + "|" + place.topic() + "|" + place.partition();
    }
}
