package dev.aftersales.chassis.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells an outage, which passes and is nobody's fault, from a failure that has a reason of its own. */
public final class Outages {

    private Outages() {}

    /** Whether the failure, or one of its causes, is an outage of the store, the broker or a fellow service. */
    public static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoSocketException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoInterruptedException
                    || cause instanceof MongoConnectionPoolClearedException
                    || cause instanceof MongoServerUnavailableException
                    || cause instanceof RetriableException
                    || cause instanceof FellowUnavailable) {
                return true;
            }
            if (cause instanceof MongoException mongo && FullStore.takesNoWrites(mongo)) {
                return true;
            }
            if (cause instanceof MongoException mongo
                    && (mongo.hasErrorLabel("RetryableWriteError")
                            || mongo.hasErrorLabel("TransientTransactionError"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the store has refused a write because its disk is full: an outage, and nothing of that write was done.
     * False where the write was done but not kept safe everywhere; then its fate is as open as with a lost connection.
     */
    public static boolean isOutOfSpace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo && FullStore.refused(mongo)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the failure or one of its causes is of that type. */
    public static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
