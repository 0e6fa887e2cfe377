package dev.aftersales.chassis.events;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was received.
 *
 * @param source who says it; an id is unique within its source only (CloudEvents 1.0, "id")
 * @param eventId the same at every delivery
 * @param subject id of the aggregate that the event is about
 * @param sequence of the event in that aggregate; absent for partner events
 * @param time business time of the fact
 */
public record Received<E extends Event>(
        E data,
        String source,
        String eventId,
        String type,
        Topic topic,
        String subject,
        @Nullable Long sequence,
        Instant time,
        String vendor) {}
