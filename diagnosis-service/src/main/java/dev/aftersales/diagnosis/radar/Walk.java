package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Goes round and round a store, a few entries at a time, and forgets what need not be remembered any more. */
final class Walk<V> {

    static final Duration EVERY = Duration.ofSeconds(10);

    /** A million entries in twelve partitions take a few hours. */
    private static final int STEP = 100;

    private final Section<V> store;
    private final BiFunction<String, V, @Nullable V> keep;
    private String after = "";

    private Walk(Section<V> store, BiFunction<String, V, @Nullable V> keep) {
        this.store = store;
        this.keep = keep;
    }

    /**
     * Begins it, as long as the task lives.
     *
     * @param keep what is left of an entry; null for nothing
     */
    static <V> void over(Section<V> store, ProcessorContext<?, ?> context, BiFunction<String, V, @Nullable V> keep) {
        Walk<V> walk = new Walk<>(store, keep);
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> walk.step());
    }

    private void step() {
        Map<String, V> some = new LinkedHashMap<>();
        try (KeyValueIterator<String, V> next = store.after(after)) {
            while (next.hasNext() && some.size() < STEP) {
                KeyValue<String, V> one = next.next();
                some.put(one.key, one.value);
            }
        }
        some.forEach((key, value) -> {
            V left = keep.apply(key, value);
            if (left == null) {
                store.delete(key);
            } else if (!left.equals(value)) {
                store.put(key, left);
            }
            after = key;
        });
        if (some.size() < STEP) {
            after = "";
        }
    }
}
