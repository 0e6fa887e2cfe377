package dev.aftersales.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * Sorts a result that no index has in order. It keeps the sort keys, not the documents, and of these only as many as are
 * asked for. An array sorts by its least element, or its greatest if descending; ties sort by {@code _id}.
 */
final class TemporaryOrder {

    private final Document sort;
    private final int most;

    TemporaryOrder(Document sort, int most) {
        this.sort = sort;
        this.most = most;
    }

    Iterator<DocumentKey> of(Iterator<StreamCursor.Found> found) {
        TreeMap<byte[], DocumentKey> order = new TreeMap<>(Arrays::compareUnsigned);
        while (found.hasNext()) {
            StreamCursor.Found next = found.next();
            order.put(KeyBytes.joined(keys(next.document()), next.key().bytes()), next.key());
            if (order.size() > most) {
                order.pollLastEntry();
            }
        }
        return order.values().iterator();
    }

    private byte[] keys(Document document) {
        byte[] keys = {};
        for (var key : sort.entrySet()) {
            boolean ascending = !(key.getValue() instanceof Number direction) || direction.intValue() > 0;
            Comparator<byte[]> order = Arrays::compareUnsigned;
            byte[] first = IndexedValues.all(document, key.getKey()).stream()
                    .map(KeyBytes::of)
                    .map(bytes -> ascending ? bytes : KeyBytes.inverted(bytes))
                    .min(order)
                    .orElseGet(() -> ascending ? KeyBytes.of(null) : KeyBytes.inverted(KeyBytes.of(null)));
            keys = KeyBytes.joined(keys, first);
        }
        return keys;
    }
}
