package dev.aftersales.chassis.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A committed event that waits for the broker, inside the document of its aggregate.
 *
 * @param time business time of the fact
 * @param committedAt machine time of the commit, for measuring the relay
 * @param data the event's JSON
 * @param traceParent W3C trace context of the commit; absent when it was not traced
 */
public record OutboxEntry(
        long sequence,
        String id,
        String type,
        Instant time,
        Instant committedAt,
        String data,
        @Nullable String traceParent) {

    Document toDocument() {
        Document document = new Document("seq", sequence)
                .append("id", id)
                .append("type", type)
                // Text, because the store keeps milliseconds only and the time of an event is exact.
                .append("time", time.toString())
                .append("at", Date.from(committedAt))
                .append("data", data);
        if (traceParent != null) {
            document.append("trace", traceParent);
        }
        return document;
    }

    static OutboxEntry of(Document document) {
        return new OutboxEntry(
                document.get("seq", Number.class).longValue(),
                document.getString("id"),
                document.getString("type"),
                Instant.parse(document.getString("time")),
                document.getDate("at").toInstant(),
                document.getString("data"),
                document.getString("trace"));
    }

    /** The data as it travels. */
    public byte[] bytes() {
        return data.getBytes(StandardCharsets.UTF_8);
    }
}
