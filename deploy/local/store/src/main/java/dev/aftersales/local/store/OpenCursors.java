package dev.aftersales.local.store;

import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The cursors that clients have not read to their end; one that nobody asks for is forgotten after ten minutes. */
final class OpenCursors {

    private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, StreamCursor> open = new ConcurrentHashMap<>();

    long newId() {
        return ids.incrementAndGet();
    }

    void keep(StreamCursor cursor) {
        long now = System.nanoTime();
        open.values().removeIf(old -> now - old.usedNanos() > IDLE_NANOS);
        open.put(cursor.getId(), cursor);
    }

    /** @throws CursorNotFoundException if it is read to its end, closed or forgotten (MongoDB error 43) */
    StreamCursor get(long id) {
        StreamCursor cursor = open.get(id);
        if (cursor == null) {
            throw new CursorNotFoundException(id);
        }
        return cursor;
    }

    /** Whether it was open. */
    boolean close(long id) {
        return open.remove(id) != null;
    }
}
