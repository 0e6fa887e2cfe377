package dev.aftersales.claims.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Splits what is said of many lines into events that stay below the size that the broker takes. */
final class Chunks {

    /** Leaves a margin below {@link dev.aftersales.contracts.Topic#MAX_EVENT_BYTES} for the rest of the event. */
    static final int BUDGET_BYTES = 200 * 1024;

    private Chunks() {}

    /** @param bytes an upper estimate of an item's JSON */
    static <T> List<List<T>> of(List<T> items, ToIntFunction<T> bytes) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        int size = 0;
        for (T item : items) {
            int more = bytes.applyAsInt(item);
            if (!chunk.isEmpty() && size + more > BUDGET_BYTES) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                size = 0;
            }
            chunk.add(item);
            size += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }
}
