package dev.aftersales.local.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk that is kept for the moment when it is full. The storage engine closes for good at a write that fails,
 * so none may: when the disk is full the reserve is given up, what is under way is completed in its room, and further
 * writes are refused until there is room for a reserve again.
 */
final class Reserve {

    /** MongoDB's own, from {@code error_codes.yml}. */
    static final int OUT_OF_DISK_SPACE = 14031;

    /** For what 64 workers may have under way. */
    static final int BYTES = 32 * 1024 * 1024;

    /** More than one step of compaction, and more than many deletions, need. */
    private static final long MARGIN = 8L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Reserve.class);

    private final @Nullable Path file;
    private volatile boolean held;
    private volatile boolean stalled;
    private volatile boolean closing;

    /** @param directory of the data; without one they are in memory and there is always room */
    Reserve(@Nullable Path directory) {
        this.file = directory == null ? null : directory.resolve("reserve");
        this.held = file == null;
        holdAgain();
    }

    /** Whether writes are accepted. */
    boolean held() {
        return held;
    }

    /** Whether a write to the file is waiting for room, so that nothing more can be made durable. */
    boolean stalled() {
        return stalled;
    }

    /** Whether what makes room in the end may go on, although it needs a little first. */
    boolean roomToTidy() {
        return held || !stalled && usable() >= MARGIN;
    }

    MongoServerError refusal() {
        return new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the disk of the store is full");
    }

    /**
     * Called where a write found no room; returns when it is to be tried again.
     *
     * @return false when the store is closing: the write will not be done
     */
    synchronized boolean makeRoom() {
        if (closing || file == null) {
            return false;
        }
        try {
            if (held) {
                held = false;
                log.warn("The disk is full. Writes are refused until it has {} MB again.", (BYTES + MARGIN) >> 20);
            }
            if (!Files.deleteIfExists(file)) {
                stalled = true;
                wait(50);
            }
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            log.error("The reserve cannot be given up", e);
            return false;
        }
    }

    /** Called when a write that had to wait is done. */
    void roomMade() {
        if (stalled) {
            stalled = false;
            log.info("What waited for room is on disk.");
        }
    }

    /** Takes a new reserve where there is room for it. */
    synchronized void holdAgain() {
        if (held || stalled || closing || file == null) {
            return;
        }
        try {
            if (!Files.exists(file) || Files.size(file) != BYTES) {
                if (usable() < BYTES + MARGIN) {
                    return;
                }
                fill(file);
            }
            held = true;
            log.info("There is room again: writes are accepted.");
        } catch (IOException e) {
            log.warn("There is no room for a reserve: {}", e.getMessage());
            try {
                Files.deleteIfExists(file);
            } catch (IOException undeleted) {
                log.error("A part of a reserve cannot be removed", undeleted);
            }
        }
    }

    /** Lets a write that waits for room fail. */
    synchronized void close() {
        closing = true;
        notifyAll();
    }

    private long usable() {
        try {
            return file == null
                    ? Long.MAX_VALUE
                    : Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        } catch (IOException e) {
            log.warn("The room on the disk cannot be told: {}", e.getMessage());
            return 0;
        }
    }

    /** With bytes that no file system keeps in less room than they have. */
    private static void fill(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom();
        byte[] bytes = new byte[1024 * 1024];
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int written = 0; written < BYTES; written += bytes.length) {
                random.nextBytes(bytes);
                ByteBuffer next = ByteBuffer.wrap(bytes);
                while (next.hasRemaining()) {
                    channel.write(next);
                }
            }
            channel.force(true);
        }
    }
}
