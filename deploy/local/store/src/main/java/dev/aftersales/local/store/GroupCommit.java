package dev.aftersales.local.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Makes writes durable before they are acknowledged. Whoever holds the lock commits and syncs for everyone who asked
 * before; the others find their work done when they get the lock.
 */
final class GroupCommit {

    private static final long PATIENCE_MILLIS = 100;

    private final MVStore store;
    private final Reserve reserve;
    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private long durable;

    GroupCommit(MVStore store, Reserve reserve) {
        this.store = store;
        this.reserve = reserve;
    }

    /**
     * Returns when everything that this thread wrote is on disk.
     *
     * @throws MongoServerError (OutOfDiskSpace) when the disk is so full that nobody knows when that will be
     */
    void awaitDurable() {
        if (store.getFileStore() == null) {
            return;
        }
        long mine = asked.incrementAndGet();
        lockUnlessStalled();
        try {
            if (durable >= mine) {
                return;
            }
            long upTo = asked.get();
            if (store.hasUnsavedChanges()) {
                store.commit();
                sync();
            }
            durable = upTo;
        } finally {
            lock.unlock();
        }
    }

    /** Runs a change of several maps that no commit may cut in two. */
    <T> T undivided(Supplier<T> change) {
        lockUnlessStalled();
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

    /** After a sync that failed nobody knows what is on disk: the file is not to be used any more. */
    private void sync() {
        try {
            store.sync();
        } catch (MVStoreException e) {
            store.panic(e);
        }
    }

    private void lockUnlessStalled() {
        try {
            while (!lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (reserve.stalled()) {
                    throw reserve.refusal();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to end before the write was on disk", e);
        }
    }
}
