package dev.aftersales.diagnosis.radar;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import tools.jackson.databind.json.JsonMapper;

/** How the radar keeps its state: in stores by text, with a changelog each. */
final class StateStores {

    private final Function<String, KeyValueBytesStoreSupplier> kind;
    private final JsonMapper json;

    /** @param kind makes a store of a name */
    StateStores(Function<String, KeyValueBytesStoreSupplier> kind, JsonMapper json) {
        this.kind = kind;
        this.json = json;
    }

    JsonMapper json() {
        return json;
    }

    /** On disk: what is counted may be more than memory holds. */
    static StateStores onDisk(JsonMapper json) {
        return new StateStores(Stores::persistentKeyValueStore, json);
    }

    <T> StoreBuilder<KeyValueStore<String, T>> of(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(kind.apply(name), Serdes.String(), new Json<>(type, json));
    }
}
