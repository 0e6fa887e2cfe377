package dev.aftersales.diagnosis.radar;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of a topic that every instance holds as a table. Others write there, so that one may be anything; the library keeps
 * their bytes before anybody has read them.
 */
final class Table<T> implements Serde<T> {

    private final Json<T> json;
    private final @Nullable T unreadable;

    /** @param unreadable in place of one that cannot be read, which {@link PolicyWatch} makes a dead letter */
    Table(Class<T> type, @Nullable T unreadable, JsonMapper mapper) {
        this.json = new Json<>(type, mapper);
        this.unreadable = unreadable;
    }

    @Override
    public Serializer<T> serializer() {
        return json.serializer();
    }

    @Override
    public Deserializer<T> deserializer() {
        Deserializer<T> strict = json.deserializer();
        return (topic, bytes) -> {
            try {
                return strict.deserialize(topic, bytes);
            } catch (JacksonException e) {
                return unreadable;
            }
        };
    }
}
