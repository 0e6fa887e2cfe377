package dev.aftersales.chassis.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.WriteConcernError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What MongoDB answers when a disk is full; the codes are those of its {@code error_codes.yml}. */
final class FullStore {

    private static final int OUT_OF_DISK_SPACE = 14031;

    /** Writes are blocked by the operator; a hosted cluster does that by itself before its disk is full. */
    private static final int USER_WRITES_BLOCKED = 371;

    /** A replica whose disk is full has ended, and too few are left to keep the write safe. */
    private static final Set<Integer> NOT_KEPT_SAFE = Set.of(64, 100);

    private FullStore() {}

    /** Whether the write, or one of a bulk, was refused for want of space. */
    static boolean refused(MongoException failure) {
        if (failure instanceof MongoWriteConcernException) {
            return false;
        }
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() == null
                    && bulk.getWriteErrors().stream().anyMatch(error -> wantsSpace(error.getCode()));
        }
        return wantsSpace(failure.getCode());
    }

    /** Whether it was refused, or done without being kept safe on enough replicas. */
    static boolean takesNoWrites(MongoException failure) {
        if (refused(failure)) {
            return true;
        }
        if (failure instanceof MongoBulkWriteException bulk) {
            return notKeptSafe(bulk.getWriteConcernError());
        }
        return failure instanceof MongoWriteConcernException concern && notKeptSafe(concern.getWriteConcernError());
    }

    private static boolean notKeptSafe(@Nullable WriteConcernError error) {
        return error != null && (wantsSpace(error.getCode()) || NOT_KEPT_SAFE.contains(error.getCode()));
    }

    private static boolean wantsSpace(int code) {
        return code == OUT_OF_DISK_SPACE || code == USER_WRITES_BLOCKED;
    }
}
