package dev.aftersales.chassis.events;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.aggregate.OutboxEntry;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** CloudEvents 1.0 in binary mode: attributes in the record's headers, our JSON as its value. */
public final class EventCodec {

    static final String TYPE_HEADER = "ce_type";
    private static final String TRACE_HEADER = "traceparent";

    private final URI source;
    private final JsonMapper events;

    public EventCodec(String serviceName, JsonMapper events) {
        this.source = URI.create("/" + serviceName);
        this.events = events;
    }

    /** The record of a committed event. */
    public ProducerRecord<String, byte[]> encode(AggregateType<?> type, String id, String vendor, OutboxEntry entry) {
        Topic topic = Objects.requireNonNull(type.topic());
        CloudEvent event = CloudEventBuilder.v1()
                .withId(entry.id())
                .withSource(source)
                .withType(entry.type())
                .withSubject(id)
                .withTime(entry.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension("vendor", vendor)
                .withExtension("sequence", Long.toString(entry.sequence()))
                .withData(entry.bytes())
                .build();
        ProducerRecord<String, byte[]> encoded =
                KafkaMessageFactory.<String>createWriter(topic.topicName(), id).writeBinary(event);
        if (entry.traceParent() != null) {
            encoded.headers().add(TRACE_HEADER, entry.traceParent().getBytes(StandardCharsets.US_ASCII));
        }
        return encoded;
    }

    /** The event type in a record's headers; absent when it is no CloudEvent in binary mode. */
    public static @Nullable String typeOf(ConsumerRecord<String, byte[]> received) {
        Header header = received.headers().lastHeader(TYPE_HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Reads a record as an event.
     *
     * @throws UnreadableEvent when the envelope or the data do not hold what the type promises
     */
    public <E extends Event> Received<E> decode(ConsumerRecord<String, byte[]> received, Class<E> type) {
        if (received.key() == null) {
            throw new UnreadableEvent("the record has no key, so that its aggregate's events have no order");
        }
        if (received.value() != null && received.value().length > Topic.MAX_EVENT_BYTES) {
            // Not parsed: what a record of any size becomes in memory is nobody's to know.
            throw UnreadableEvent.tooLarge(received.value().length);
        }
        try {
            CloudEvent event = KafkaMessageFactory.createReader(received).toEvent();
            if (event.getData() == null) {
                throw new UnreadableEvent("the record has no data");
            }
            E data = events.readValue(event.getData().toBytes(), type);
            Object vendor = event.getExtension("vendor");
            if (event.getSubject() == null || event.getTime() == null || vendor == null) {
                throw new UnreadableEvent("subject, time or vendor is missing");
            }
            if (!vendor.toString().equals(data.vendor())) {
                throw new UnreadableEvent("envelope and data name different vendors");
            }
            Object sequence = event.getExtension("sequence");
            if (sequence != null && Long.parseLong(sequence.toString()) < 1) {
                throw new UnreadableEvent("the sequence starts at 1");
            }
            return new Received<>(
                    data,
                    event.getSource().toString(),
                    event.getId(),
                    event.getType(),
                    Topic.named(received.topic()),
                    event.getSubject(),
                    sequence == null ? null : Long.valueOf(sequence.toString()),
                    event.getTime().toInstant(),
                    vendor.toString());
        } catch (CloudEventRWException
                | JacksonException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException e) {
            // An envelope without a required attribute, and a record's constructor that refuses a value, end with
            // these.
            throw new UnreadableEvent(e);
        }
    }
}
