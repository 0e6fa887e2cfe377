package dev.aftersales.chassis.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The safety net of the relay: finds, by an index that holds nothing but pending documents, the events that a crash or an
 * outage kept from the broker. Correctness does not rest on its lease; two sweeps at once only send an event twice.
 */
public final class OutboxSweep implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(OutboxSweep.class);
    private static final int BATCH = 1000;

    private final AggregatesFactory aggregates;
    private final OutboxRelay relay;
    private final OutboxSettings settings;
    private final Clock machineClock;
    private final Counter unreadable;
    private final int batch;

    public OutboxSweep(
            AggregatesFactory aggregates,
            OutboxRelay relay,
            OutboxSettings settings,
            Clock machineClock,
            MeterRegistry meters) {
        this(aggregates, relay, settings, machineClock, meters, BATCH);
    }

    OutboxSweep(
            AggregatesFactory aggregates,
            OutboxRelay relay,
            OutboxSettings settings,
            Clock machineClock,
            MeterRegistry meters,
            int batch) {
        this.batch = batch;
        this.aggregates = aggregates;
        this.relay = relay;
        this.settings = settings;
        this.machineClock = machineClock;
        this.unreadable = Counter.builder("aftersales.outbox.unreadable")
                .description("Times that the sweep met an outbox that it could not read")
                .register(meters);
    }

    /**
     * A document that cannot be read, or whose event the broker refuses for that event's own reason, goes behind the
     * others: were it to stay the oldest, enough of its kind would be all that a round ever sees.
     */
    @Override
    public void run() {
        Date before = Date.from(Instant.now(machineClock).minus(settings.sweepAge()));
        for (AggregateType<?> type : aggregates.types()) {
            if (type.topic() == null) {
                continue;
            }
            MongoCollection<Document> collection = aggregates.collectionOf(type);
            for (Document document : collection
                    .find(Filters.lt("pendingSince", before))
                    .projection(Projections.include("vendor", "outbox", "pendingSince"))
                    .sort(Sorts.ascending("pendingSince"))
                    .limit(batch)) {
                if (!offer(type, document)) {
                    putBehind(collection, document);
                }
            }
        }
    }

    /** Whether the document may stay in its place. */
    private boolean offer(AggregateType<?> type, Document document) {
        Object id = document.get("_id");
        try {
            String aggregate = document.getString("_id");
            boolean refused = relay.takeRefused(type, aggregate);
            relay.committed(type, aggregate, document.getString("vendor"), Aggregates.pendingOf(document));
            return !refused;
        } catch (RuntimeException e) {
            unreadable.increment();
            log.atError()
                    .addKeyValue("collection", type.collection())
                    .addKeyValue("aggregate", id)
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("The outbox of a document is not readable; its events are kept and cannot be told");
            return false;
        }
    }

    private void putBehind(MongoCollection<Document> collection, Document document) {
        collection.updateOne(
                // Unless the mark came in between.
                Filters.and(
                        Filters.eq("_id", document.get("_id")),
                        Filters.eq("pendingSince", document.get("pendingSince"))),
                Updates.set("pendingSince", Date.from(Instant.now(machineClock))));
    }
}
