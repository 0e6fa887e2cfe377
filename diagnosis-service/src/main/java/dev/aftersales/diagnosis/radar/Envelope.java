package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that make a record an event of the suite: a CloudEvent whose id and sequence are the group's own count. */
final class Envelope {

    private Envelope() {}

    static Headers of(Topic topic, Told told, Event event, Instant time) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", topic.topicName() + "/" + told.groupId() + "/" + told.sequence());
        add(headers, "ce_source", "/diagnosis-service/radar");
        add(headers, "ce_type", EventTypes.typeOf(event.getClass()));
        add(headers, "ce_subject", told.groupId());
        add(headers, "ce_time", time.toString());
        add(headers, "ce_vendor", event.vendor());
        add(headers, "ce_sequence", Long.toString(told.sequence()));
        add(headers, "content-type", "application/json");
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
