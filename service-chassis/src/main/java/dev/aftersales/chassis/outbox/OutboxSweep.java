package dev.aftersales.chassis.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * The safety net of the relay: finds, by an index that holds nothing but pending documents, the events that a crash or an
 * outage kept from the broker. Correctness does not rest on its lease; two sweeps at once only send an event twice.
 */
public final class OutboxSweep implements Runnable {

    private static final int BATCH = 1000;

    private final AggregatesFactory aggregates;
    private final OutboxRelay relay;
    private final OutboxSettings settings;
    private final Clock machineClock;

    public OutboxSweep(AggregatesFactory aggregates, OutboxRelay relay, OutboxSettings settings, Clock machineClock) {
        this.aggregates = aggregates;
        this.relay = relay;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    @Override
    public void run() {
        Date before = Date.from(Instant.now(machineClock).minus(settings.sweepAge()));
        for (AggregateType<?> type : aggregates.types()) {
            if (type.topic() == null) {
                continue;
            }
            for (Document document : aggregates
                    .collectionOf(type)
                    .find(Filters.lt("pendingSince", before))
                    .projection(Projections.include("vendor", "outbox"))
                    .sort(Sorts.ascending("pendingSince"))
                    .limit(BATCH)) {
                relay.committed(
                        type, document.getString("_id"), document.getString("vendor"), Aggregates.pendingOf(document));
            }
        }
    }
}
