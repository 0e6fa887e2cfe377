package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the documents themselves, which are kept in that order. */
final class IdIndex extends Index<DocumentKey> implements KeyOrder {

    private final MVMap<byte[], byte[]> documents;

    IdIndex(String name, MVMap<byte[], byte[]> documents) {
        super(name, List.of(new IndexKey("_id", true)), false);
        this.documents = documents;
    }

    @Override
    public List<IndexKey> order() {
        return getKeys();
    }

    @Override
    public boolean throughArray(int position) {
        return false;
    }

    @Override
    public boolean endsWithId() {
        return false;
    }

    @Override
    public DocumentKey documentOf(byte[] entry) {
        return new DocumentKey(entry);
    }

    /** Steps from key to key, because an iterator of the map would hold on to a version whose pages are reused. */
    @Override
    public Iterator<byte[]> entries(byte[] start, byte @Nullable [] end, boolean reverse) {
        return new Iterator<>() {
            private byte @Nullable [] next = within(first());

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public byte[] next() {
                byte[] current = next;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                next = within(reverse ? documents.lowerKey(current) : documents.higherKey(current));
                return current;
            }

            private byte @Nullable [] first() {
                if (!reverse) {
                    return documents.ceilingKey(start);
                }
                return end == null ? documents.lastKey() : documents.lowerKey(end);
            }

            private byte @Nullable [] within(byte @Nullable [] key) {
                boolean inside = key != null
                        && java.util.Arrays.compareUnsigned(key, start) >= 0
                        && (end == null || java.util.Arrays.compareUnsigned(key, end) < 0);
                return inside ? key : null;
            }
        };
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public @Nullable DocumentKey getPosition(Document document) {
        return StoreCollection.keyOf(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        if (documents.containsKey(StoreCollection.keyOf(document).bytes())) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {}

    @Override
    public DocumentKey remove(Document document) {
        return StoreCollection.keyOf(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<DocumentKey> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned by the collection");
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<DocumentKey> collection) {}

    @Override
    public void updateInPlace(
            Document before, Document after, DocumentKey position, MongoCollection<DocumentKey> collection) {}

    @Override
    public void drop() {}
}
