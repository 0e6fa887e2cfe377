package dev.aftersales.diagnosis.radar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one type in the store of a step, under keys that begin with the section's name. Stores are few, and divided
 * so, because each has a changelog: a commit, a start and a restore take time for every partition of them.
 */
final class Section<V> {

    private static final char AFTER_NAME = '/';

    private final KeyValueStore<String, byte[]> store;
    private final String prefix;
    private final String end;
    private final Function<V, byte[]> write;
    private final Function<byte[], V> read;

    Section(KeyValueStore<String, byte[]> store, String name, Function<V, byte[]> write, Function<byte[], V> read) {
        this.store = store;
        this.prefix = name + AFTER_NAME;
        this.end = name + (char) (AFTER_NAME + 1);
        this.write = write;
        this.read = read;
    }

    @Nullable
    V get(String key) {
        return readIfAny(store.get(prefix + key));
    }

    boolean holds(String key) {
        return store.get(prefix + key) != null;
    }

    void put(String key, V value) {
        store.put(prefix + key, write.apply(value));
    }

    /** Returns what was there. */
    @Nullable
    V delete(String key) {
        return readIfAny(store.delete(prefix + key));
    }

    /** Whoever reads it closes it. */
    KeyValueIterator<String, V> all() {
        return new Entries(store.range(prefix, end));
    }

    /** Those whose keys come after that one. */
    KeyValueIterator<String, V> after(String key) {
        return new Entries(store.range(prefix + key + '\0', end));
    }

    /** Those whose keys come before that one. */
    KeyValueIterator<String, V> before(String key) {
        return new Entries(store.range(prefix, prefix + key));
    }

    /** Those whose keys begin so. */
    KeyValueIterator<String, V> beginningWith(String start) {
        return new Entries(store.prefixScan(prefix + start, StateStores.KEYS));
    }

    /** The keys that begin so. */
    List<String> keysBeginningWith(String start) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found = store.prefixScan(prefix + start, StateStores.KEYS)) {
            while (found.hasNext()) {
                keys.add(found.next().key.substring(prefix.length()));
            }
        }
        return keys;
    }

    /** Some of them, after that one. */
    List<String> keysBeginningWith(String start, String after, int most) {
        List<String> keys = new ArrayList<>();
        String first = after.compareTo(start) < 0 ? start : after + '\0';
        try (KeyValueIterator<String, byte[]> found = store.range(prefix + first, end)) {
            while (found.hasNext() && keys.size() < most && found.peekNextKey().startsWith(prefix + start)) {
                keys.add(found.next().key.substring(prefix.length()));
            }
        }
        return keys;
    }

    private @Nullable V readIfAny(byte @Nullable [] value) {
        return value == null ? null : read.apply(value);
    }

    private final class Entries implements KeyValueIterator<String, V> {

        private final KeyValueIterator<String, byte[]> entries;

        private Entries(KeyValueIterator<String, byte[]> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<String, V> next() {
            KeyValue<String, byte[]> next = entries.next();
            return KeyValue.pair(next.key.substring(prefix.length()), read.apply(next.value));
        }

        @Override
        public String peekNextKey() {
            return entries.peekNextKey().substring(prefix.length());
        }

        @Override
        public void close() {
            entries.close();
        }
    }
}
