package dev.aftersales.chassis.outbox;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.OutboxEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one aggregate's events to the broker: one at a time, oldest first, the next only when the broker has
 * acknowledged the one before. Two events in flight could arrive in the wrong order when the first has to be sent again.
 */
final class Lane {

    /** Which aggregate. */
    record Key(String collection, String id) {}

    private final Key key;
    private final AggregateType<?> type;
    private final String vendor;
    private final Deque<OutboxEntry> waiting = new ArrayDeque<>();
    private long lastQueued;
    private long lastAcknowledged;
    private boolean busy;

    /** @param acknowledged the last sequence that the broker is known to have; 0 when nothing is known */
    Lane(Key key, AggregateType<?> type, String vendor, long acknowledged) {
        this.key = key;
        this.type = type;
        this.vendor = vendor;
        this.lastQueued = acknowledged;
        this.lastAcknowledged = acknowledged;
    }

    Key key() {
        return key;
    }

    AggregateType<?> type() {
        return type;
    }

    String vendor() {
        return vendor;
    }

    /** Queues what is not queued yet; true when the lane was idle and has to be driven now. */
    synchronized boolean offer(List<OutboxEntry> pending) {
        for (OutboxEntry entry : pending) {
            if (entry.sequence() > lastQueued) {
                waiting.add(entry);
                lastQueued = entry.sequence();
            }
        }
        if (busy || waiting.isEmpty()) {
            return false;
        }
        busy = true;
        return true;
    }

    /** The event to send now. */
    synchronized @Nullable OutboxEntry next() {
        return waiting.peek();
    }

    /** The broker has it; true when another one waits, false when the lane is idle. */
    synchronized boolean acknowledged(OutboxEntry entry) {
        waiting.poll();
        lastAcknowledged = entry.sequence();
        busy = !waiting.isEmpty();
        return busy;
    }

    synchronized long lastAcknowledged() {
        return lastAcknowledged;
    }

    /** Whether nothing waits, so that the lane can be forgotten once its last mark is durable. */
    synchronized boolean idle() {
        return !busy && waiting.isEmpty();
    }
}
