package dev.aftersales.testing;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands on the broker.
 *
 * @param headers values as text; of a repeated header the last
 * @param value the bytes; {@code null} is a tombstone
 * @param stamped the record's timestamp
 */
@SuppressWarnings("ArrayRecordComponent") // Read only; tests compare what is in it, never two messages.
public record Message(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte @Nullable [] value,
        Instant stamped) {

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The CloudEvents type, or empty where the record is no event. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** The CloudEvents subject, or empty where the record is no event. */
    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    /** The value as text; empty for a tombstone. */
    public String text() {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /**
     * What stands at a JSON path of the value, as in {@code $.lines[0].serial}.
     *
     * @throws com.jayway.jsonpath.PathNotFoundException if nothing stands there
     */
    public <T> T at(String jsonPath) {
        return JsonPath.read(text(), jsonPath);
    }

    @Override
    public String toString() {
        return "%s-%d@%d key=%s %s %s".formatted(topic, partition, offset, key, headers, text());
    }
}
