package dev.aftersales.diagnosis.radar;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the radar keeps its state: one store by text for each step, with a changelog, in sections by what is kept. */
final class StateStores {

    static final StringSerializer KEYS = new StringSerializer();

    private final Function<String, KeyValueBytesStoreSupplier> kind;
    private final JsonMapper events;
    private final JsonMapper own;

    /**
     * @param kind makes a store of a name
     * @param events as others tell and hear them
     */
    StateStores(Function<String, KeyValueBytesStoreSupplier> kind, JsonMapper events) {
        this.kind = kind;
        this.events = events;
        // Nobody reads what is kept, and an instant takes several times as long as a text.
        this.own = events.rebuild()
                .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    /** On disk: what is counted may be more than memory holds. */
    static StateStores onDisk(JsonMapper events) {
        return new StateStores(Stores::persistentKeyValueStore, events);
    }

    JsonMapper events() {
        return events;
    }

    /** The radar's own topics and stores. */
    <T> Json<T> json(Class<T> type) {
        return new Json<>(type, own);
    }

    StoreBuilder<KeyValueStore<String, byte[]>> of(String step) {
        return Stores.keyValueStoreBuilder(kind.apply(step), Serdes.String(), Serdes.ByteArray());
    }

    <V> Section<V> section(ProcessorContext<?, ?> context, String step, String name, Class<V> type) {
        Json<V> json = json(type);
        return new Section<>(context.getStateStore(step), name, json::write, json::read);
    }
}
