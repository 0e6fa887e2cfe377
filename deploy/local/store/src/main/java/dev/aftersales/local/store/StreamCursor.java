package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a result. It keeps where to go on, not the documents; a batch is limited in number and in bytes, so that
 * every reply stays far below the 48 MB of the protocol.
 */
final class StreamCursor extends AbstractCursor {

    /** As MongoDB: a batch ends after 16 MiB. */
    private static final int BATCH_BYTES = 16 * 1024 * 1024;

    /** As MongoDB: the first batch of a find that asks for no size. */
    static final int FIRST_BATCH = 101;

    private final Object guard;
    private final Iterator<Found> rest;
    private final UnaryOperator<List<Document>> projection;
    private @Nullable Found next;
    private volatile long usedNanos = System.nanoTime();

    /** A document of the result, where it stands, and its size in bytes as stored. */
    record Found(DocumentKey key, Document document, int bytes) {}

    /** @param guard the collection: no batch is read while it changes */
    StreamCursor(long id, Object guard, Iterator<Found> rest, UnaryOperator<List<Document>> projection) {
        super(id);
        this.guard = guard;
        this.rest = rest;
        this.projection = projection;
    }

    long usedNanos() {
        return usedNanos;
    }

    @Override
    public boolean isEmpty() {
        synchronized (guard) {
            return peek() == null;
        }
    }

    /** @param most 0: as many as fit */
    @Override
    public List<Document> takeDocuments(int most) {
        synchronized (guard) {
            usedNanos = System.nanoTime();
            List<Document> batch = new ArrayList<>();
            int bytes = 0;
            for (Found found = peek(); found != null; found = peek()) {
                boolean full = most > 0 && batch.size() >= most || bytes + found.bytes() > BATCH_BYTES;
                if (full && !batch.isEmpty()) {
                    break;
                }
                batch.add(found.document());
                bytes += found.bytes();
                next = null;
            }
            return projection.apply(batch);
        }
    }

    private @Nullable Found peek() {
        if (next == null && rest.hasNext()) {
            next = rest.next();
        }
        return next;
    }
}
