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
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.paging.Cursor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what could not be handled, durably and in order, in the service's own store; {@link DeadLetterAnnouncer} then
 * tells the dead-letter topic of it, and {@link Settlements} carries out what people decide about it. So a dead-letter topic that cannot be written holds nothing up and loses nothing.
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

    /** The most letters that a summary looks at. */
    private static final int COUNTED = 10_000;

    private record Place(String consumer, String topic, int partition) {}

    private final MongoCollection<Document> letters;
    private final Clock machineClock;
    private final MeterRegistry meters;
    private final int remembered;
    private final Map<Place, Set<String>> blocked = new ConcurrentHashMap<>();

    public DeadLetters(MongoDatabase database, Clock machineClock, MeterRegistry meters) {
        this(database, machineClock, meters, REMEMBERED);
    }

    DeadLetters(MongoDatabase database, Clock machineClock, MeterRegistry meters, int remembered) {
        this.remembered = remembered;
        this.letters = database.getCollection("deadLetters");
        this.machineClock = machineClock;
        this.meters = meters;
    }

    /** Makes the indexes; repeatable. */
    public void createIndexes() {
        letters.createIndex(Indexes.ascending("lane", "open", "offset"));
        letters.createIndex(Indexes.ascending("place", "open"));
        letters.createIndex(Indexes.ascending("status", "buriedAt", "_id"));
        for (String field : List.of("topic", "type", "reason", "key")) {
            letters.createIndex(Indexes.ascending("status", field, "buriedAt", "_id"));
        }
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
        String lane = LetterDocument.laneOf(consumer, received.topic(), received.key());
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
                    .add(LetterDocument.laneOf(consumer, received.topic(), received.key()));
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
        Document document =
                LetterDocument.of(consumer, received, status, reason, attempts, Date.from(Instant.now(machineClock)));
        try {
            letters.insertOne(document);
            meters.counter("aftersales.deadletters", "topic", received.topic(), "status", status.name())
                    .increment();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            if (letters.countDocuments(eq("_id", document.getString("_id"))) == 0) {
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
        return list(LetterFilter.ALL.among(status, lt("buriedAt", Date.from(before))), limit);
    }

    /** Letters that come after this place, newest first. */
    List<DeadLetter> list(Status status, LetterFilter filter, Cursor after, int limit) {
        return list(filter.among(status, after.after("buriedAt")), limit);
    }

    private List<DeadLetter> list(Bson filter, int limit) {
        List<DeadLetter> found = new ArrayList<>();
        letters.find(filter)
                .projection(Projections.exclude("value", "headers"))
                .sort(Sorts.descending("buriedAt", "_id"))
                .limit(limit)
                .forEach(document -> found.add(LetterDocument.view(document)));
        return found;
    }

    /** What the newest letters of a status are about. */
    Summary summary(Status status) {
        return Summary.of(
                letters.find(eq("status", status.name()))
                        .projection(Projections.include("topic", "type", "reason", "buriedAt"))
                        .sort(Sorts.descending("buriedAt", "_id"))
                        .limit(COUNTED)
                        .batchSize(1000),
                COUNTED);
    }

    /** One letter. */
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(eq("_id", id)).first()).map(LetterDocument::view);
    }

    /** The oldest open record of a lane: the one that all others wait for. */
    @Nullable
    Document head(String lane) {
        return letters.find(and(eq("lane", lane), eq("open", true)))
                .sort(Sorts.ascending("offset"))
                .limit(1)
                .first();
    }

    MongoCollection<Document> collection() {
        return letters;
    }

    private Set<String> blockedLanes(Place place) {
        Set<String> lanes = ConcurrentHashMap.newKeySet();
        int read = 0;
        for (Document letter : letters.find(and(
                        eq("place", LetterDocument.placeOf(place.consumer(), place.topic(), place.partition())),
                        eq("open", true)))
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
}
