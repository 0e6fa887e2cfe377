package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jumps through an index from one value of a key to the next: a distinct costs one document for each value. */
final class DistinctWalk {

    private final OrderedIndex index;
    private final IndexKey key;
    private final byte[] prefix;

    private DistinctWalk(OrderedIndex index, IndexKey key, byte[] prefix) {
        this.index = index;
        this.key = key;
        this.prefix = prefix;
    }

    /** A walk, if the filter is exactly the equalities that lead to the key; otherwise null. */
    static @Nullable DistinctWalk on(OrderedIndex index, Constraints constraints, String path) {
        int equal = constraints.paths().size();
        if (!constraints.onlyEqualities()
                || !index.holds(constraints)
                || index.order().size() <= equal) {
            return null;
        }
        byte[] prefix = {};
        for (int i = 0; i < equal; i++) {
            IndexKey leading = index.order().get(i);
            Constraints.Values values = constraints.at(leading.getKey());
            if (values == null || values.points() == null || !values.single() || index.throughArray(i)) {
                return null;
            }
            byte[] part = values.points().getFirst();
            prefix = KeyBytes.joined(prefix, leading.isAscending() ? part : KeyBytes.inverted(part));
        }
        IndexKey key = index.order().get(equal);
        return key.getKey().equals(path) && !index.throughArray(equal) ? new DistinctWalk(index, key, prefix) : null;
    }

    /** The values, null and missing left out. */
    Set<Object> values(Function<DocumentKey, StreamCursor.@Nullable Found> read) {
        Set<Object> values = new TreeSet<>(ValueComparator.ascWithoutListHandling());
        byte @Nullable [] end = prefix.length == 0 ? null : KeyBytes.after(prefix);
        Iterator<byte[]> entries = index.entries(prefix, end, false);
        while (entries.hasNext()) {
            StreamCursor.Found found = read.apply(index.documentOf(entries.next()));
            if (found == null) {
                continue;
            }
            Object value =
                    IndexedValues.all(found.document(), key.getKey()).iterator().next();
            if (!(value instanceof Missing)) {
                values.add(value);
            }
            byte[] part = KeyBytes.of(value);
            byte[] seen = KeyBytes.joined(prefix, key.isAscending() ? part : KeyBytes.inverted(part));
            entries = index.entries(KeyBytes.after(seen), end, false);
        }
        return values;
    }
}
