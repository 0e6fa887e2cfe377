package dev.aftersales.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes writes durable before they are acknowledged. Whoever holds the lock commits and syncs for everyone who asked
 * before; the others find their work done when they get the lock.
 */
final class GroupCommit {

    private final MVStore store;
    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private long durable;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Returns when everything that this thread wrote is on disk. */
    void awaitDurable() {
        if (store.getFileStore() == null) {
            return;
        }
        long mine = asked.incrementAndGet();
        lock.lock();
        try {
            if (durable >= mine) {
                return;
            }
            long upTo = asked.get();
            if (store.hasUnsavedChanges()) {
                store.commit();
                store.sync();
            }
            durable = upTo;
        } finally {
            lock.unlock();
        }
    }

    /** Runs a change of several maps that no commit may cut in two. */
    <T> T undivided(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /** Moves live data out of mostly dead parts of the file, so that these can be used again. */
    void compact(int minimumFillPercent, int bytes) {
        lock.lock();
        try {
            store.compact(minimumFillPercent, bytes);
        } finally {
            lock.unlock();
        }
    }
}
