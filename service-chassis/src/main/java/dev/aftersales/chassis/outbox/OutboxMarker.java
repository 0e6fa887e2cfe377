package dev.aftersales.chassis.outbox;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes acknowledged events out of their documents, many aggregates in one bulk write. A mark that gets lost costs a
 * repeat under the same event id, no more; so it need not be journaled, and nothing waits for it.
 */
public final class OutboxMarker {

    private static final Logger log = LoggerFactory.getLogger(OutboxMarker.class);
    private static final int BATCH = 500;

    private final MongoDatabase database;
    private final BlockingQueue<Lane> acknowledged = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private @Nullable Thread worker;

    public OutboxMarker(MongoDatabase database) {
        this.database = database;
    }

    void start(Consumer<Lane> marked) {
        running = true;
        worker = Thread.ofPlatform().name("outbox-marker").start(() -> work(marked));
    }

    void mark(Lane lane) {
        acknowledged.add(lane);
    }

    /** Marks what is still waiting, then stops. */
    void stop() {
        running = false;
        Thread thread = worker;
        if (thread != null) {
            // Not interrupted: that would break off the write of a mark, and every one that is still to come.
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work(Consumer<Lane> marked) {
        List<Lane> batch = new ArrayList<>(BATCH);
        while (running || !acknowledged.isEmpty()) {
            try {
                // The wait is bounded only so that a stop is noticed; a lane is taken at once.
                Lane next = acknowledged.poll(100, TimeUnit.MILLISECONDS);
                if (next == null) {
                    continue;
                }
                batch.add(next);
            } catch (InterruptedException e) {
                return;
            }
            acknowledged.drainTo(batch, BATCH - 1);
            try {
                write(batch);
            } finally {
                batch.forEach(marked);
                batch.clear();
            }
        }
    }

    private void write(List<Lane> batch) {
        Map<String, List<WriteModel<Document>>> byCollection = new HashMap<>();
        for (Lane lane : batch) {
            long sequence = lane.lastAcknowledged();
            Document pull = new Document("outbox", new Document("seq", new Document("$lte", sequence)));
            List<WriteModel<Document>> writes =
                    byCollection.computeIfAbsent(lane.key().collection(), c -> new ArrayList<>());
            // Nothing was told since: the document is no longer pending. Otherwise the second write fits, and it stays
            // so.
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq("_id", lane.key().id()), Filters.eq("lastSequence", sequence)),
                    new Document("$pull", pull).append("$unset", new Document("pendingSince", ""))));
            writes.add(new UpdateOneModel<>(
                    Filters.and(Filters.eq("_id", lane.key().id()), Filters.gt("lastSequence", sequence)),
                    new Document("$pull", pull)));
        }
        byCollection.forEach((name, writes) -> {
            MongoCollection<Document> collection = database.getCollection(name).withWriteConcern(WriteConcern.W1);
            try {
                collection.bulkWrite(writes, new BulkWriteOptions().ordered(true));
            } catch (RuntimeException e) {
                // Whatever it is, the marker must live: without it every lane would stay taken.
                log.atWarn()
                        .addKeyValue("collection", name)
                        .addKeyValue("reason", e.getClass().getSimpleName())
                        .log("Sent events could not be marked; the sweep will send them again");
            }
        });
    }
}
