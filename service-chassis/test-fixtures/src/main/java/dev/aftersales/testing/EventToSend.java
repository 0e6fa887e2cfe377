package dev.aftersales.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the making, as a CloudEvent in Kafka's binary mode. Unless told otherwise it is of vendor
 * {@code exporter}, of now, and the key is the subject; the id follows from topic, subject and sequence.
 */
public final class EventToSend {

    private final String type;
    private final Map<String, String> extra = new LinkedHashMap<>();
    private String source = "/test";
    private String vendor = "exporter";
    private Instant time = Instant.now();
    private byte[] data = "{}".getBytes(StandardCharsets.UTF_8);
    private @Nullable String subject;
    private @Nullable String key;
    private @Nullable String id;
    private @Nullable Long sequence;

    EventToSend(String type) {
        this.type = type;
    }

    /** The id of the aggregate that the event is about. */
    public EventToSend subject(String subject) {
        this.subject = subject;
        return this;
    }

    /** The position among the aggregate's events; a partner's event has none. */
    public EventToSend sequence(long sequence) {
        this.sequence = sequence;
        return this;
    }

    public EventToSend id(String id) {
        this.id = id;
        return this;
    }

    public EventToSend vendor(String vendor) {
        this.vendor = vendor;
        return this;
    }

    /** Who says it, as in {@code /claims-service}. */
    public EventToSend source(String source) {
        this.source = source;
        return this;
    }

    /** Business time. */
    public EventToSend time(Instant time) {
        this.time = time;
        return this;
    }

    public EventToSend key(String key) {
        this.key = key;
        return this;
    }

    public EventToSend json(String json) {
        return bytes(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Data that need not be JSON. */
    public EventToSend bytes(byte[] data) {
        this.data = data.clone();
        return this;
    }

    public EventToSend header(String name, String value) {
        extra.put(name, value);
        return this;
    }

    /**
     * Sends it, and returns when the broker has it. Sending twice makes a duplicate.
     *
     * @return the event's id
     * @throws IllegalStateException if the subject is missing, or neither id nor sequence was given
     */
    public String to(String topic) {
        String about = subject;
        if (about == null || (id == null && sequence == null)) {
            throw new IllegalStateException("an event needs a subject, and a sequence or an id");
        }
        String eventId = id == null ? topic + "/" + about + "/" + sequence : id;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_subject", about);
        headers.put("ce_time", time.toString());
        headers.put("ce_vendor", vendor);
        if (sequence != null) {
            headers.put("ce_sequence", sequence.toString());
        }
        headers.put("content-type", "application/json");
        headers.putAll(extra);
        Topics.produce(topic, key == null ? about : key, headers, data);
        return eventId;
    }
}
