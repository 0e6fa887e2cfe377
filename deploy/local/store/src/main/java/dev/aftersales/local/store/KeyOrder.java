package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries in the order of some keys, each leading to a document. */
interface KeyOrder {

    List<IndexKey> order();

    /** Whether some document has an array at or on the way to the key at {@code position}. */
    boolean throughArray(int position);

    /** Whether documents without the keys, or outside its filter, have no entry. */
    default boolean holds(Constraints constraints) {
        return true;
    }

    /**
     * The entries from {@code start} to before {@code end} (null: to the last), backwards if {@code reverse}. Later
     * changes may show or not.
     */
    Iterator<byte[]> entries(byte[] start, byte @Nullable [] end, boolean reverse);

    DocumentKey documentOf(byte[] entry);

    /** Whether an entry ends with the document's key in ascending order, after the keys. */
    boolean endsWithId();
}
