package dev.aftersales.chassis.aggregate;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes the outbox entries of a change. */
final class OutboxWriter {

    private final Clock businessClock;
    private final JsonMapper events;
    private final Supplier<@Nullable String> traceParent;

    OutboxWriter(Clock businessClock, JsonMapper events, Supplier<@Nullable String> traceParent) {
        this.businessClock = businessClock;
        this.events = events;
        this.traceParent = traceParent;
    }

    /** @param at business time of the events; absent for the present */
    List<OutboxEntry> entries(
            AggregateType<?> type, String id, long lastSequence, List<Event> told, @Nullable Instant at) {
        if (told.isEmpty()) {
            return List.of();
        }
        Topic topic = type.topic();
        if (topic == null) {
            throw new IllegalStateException(type.collection() + " tells no events");
        }
        Instant time = at == null ? businessClock.instant() : at;
        Instant committedAt = Instant.now(Clock.systemUTC());
        String trace = traceParent.get();
        List<OutboxEntry> entries = new ArrayList<>(told.size());
        long sequence = lastSequence;
        for (Event event : told) {
            if (EventTypes.topicOf(event.getClass()) != topic) {
                throw new IllegalStateException(type.collection() + " may not tell " + event.getClass());
            }
            sequence++;
            String data = events.writeValueAsString(event);
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            String eventType = EventTypes.typeOf(event.getClass());
            if (bytes > Topic.MAX_EVENT_BYTES) {
                throw new EventTooLarge(eventType, bytes, Topic.MAX_EVENT_BYTES);
            }
            String eventId = EventId.of(topic, id, sequence);
            entries.add(new OutboxEntry(sequence, eventId, eventType, time, committedAt, data, trace));
        }
        return entries;
    }
}
