package dev.aftersales.diagnosis.radar;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, in the radar's own topics and stores. */
final class Json<T> implements Serde<T> {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    Json(Class<T> type, JsonMapper json) {
        this.reader = json.readerFor(type);
        this.writer = json.writerFor(type);
    }

    byte[] write(T value) {
        return writer.writeValueAsBytes(value);
    }

    T read(byte[] bytes) {
        return reader.readValue(bytes);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }
}
