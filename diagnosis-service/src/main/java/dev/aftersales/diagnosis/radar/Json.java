package dev.aftersales.diagnosis.radar;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, in the radar's own topics and stores. */
final class Json<T> implements Serde<T> {

    private final Class<T> type;
    private final JsonMapper json;

    Json(Class<T> type, JsonMapper json) {
        this.type = type;
        this.json = json;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : json.writeValueAsBytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : json.readValue(bytes, type);
    }
}
