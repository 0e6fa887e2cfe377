package dev.aftersales.claims.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Splits what is said of many lines into events that stay below the size that the broker takes. */
final class Chunks {

    /** Leaves a margin below {@link dev.aftersales.contracts.Topic#MAX_EVENT_BYTES} for the rest of the event. */
    static final int BUDGET_BYTES = 200 * 1024;

    private Chunks() {}

    /** @param bytes an upper estimate of an item's JSON */
    static <T> List<List<T>> of(List<T> items, ToIntFunction<T> bytes) {
        return of(items, bytes, item -> item, item -> 0);
    }

    /**
     * Splits items some of which name something that stands once in each event that needs it.
     *
     * @param bytes an upper estimate of an item's JSON
     * @param named what an item needs in its event
     * @param namedBytes an upper estimate of the JSON of that
     */
    static <T, N> List<List<T>> of(
            List<T> items, ToIntFunction<T> bytes, Function<T, N> named, ToIntFunction<N> namedBytes) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        Set<N> present = new HashSet<>();
        int size = 0;
        for (T item : items) {
            N needed = named.apply(item);
            int own = bytes.applyAsInt(item);
            int more = present.contains(needed) ? own : own + namedBytes.applyAsInt(needed);
            if (!chunk.isEmpty() && size + more > BUDGET_BYTES) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                present.clear();
                size = 0;
                more = own + namedBytes.applyAsInt(needed);
            }
            chunk.add(item);
            present.add(needed);
            size += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }
}
