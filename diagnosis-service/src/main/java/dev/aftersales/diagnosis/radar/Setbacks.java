package dev.aftersales.diagnosis.radar;

import dev.aftersales.chassis.store.Outages;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;

/**
 * Failures that no outage explains. So many of them within so long, and nothing that worked between them, show that trying once
 * more does not help: then whoever watches over the service is to know, and nobody would by a log alone.
 */
final class Setbacks {

    private final int most;
    private final long withinNanos;
    private final LongSupplier nanos;
    private final Deque<Long> seen = new ArrayDeque<>();

    /**
     * @param most so many are too many
     * @param within so long
     * @param nanos the machine's time, as {@link System#nanoTime}
     */
    Setbacks(int most, Duration within, LongSupplier nanos) {
        this.most = most;
        this.withinNanos = within.toNanos();
        this.nanos = nanos;
    }

    synchronized void another() {
        seen.add(nanos.getAsLong());
        if (seen.size() > most) {
            seen.remove();
        }
    }

    /** It worked: what was before counts no more. */
    synchronized void overcome() {
        seen.clear();
    }

    synchronized boolean areTooMany() {
        Long first = seen.peek();
        return first != null && seen.size() >= most && nanos.getAsLong() - first <= withinNanos;
    }

    /**
     * Whether it is over when broker and store are back. With too few brokers up, one refuses a topic for its replication as if
     * that were asked wrongly.
     */
    static boolean isOutage(Throwable failure) {
        return Outages.isOutage(failure)
                || Outages.causedBy(failure, InterruptException.class)
                || Outages.causedBy(failure, InvalidReplicationFactorException.class);
    }

    /** Whether the broker has answered, and would answer the same again: as long as nobody lets this service do it. */
    static boolean isRefusal(Throwable failure) {
        return !isOutage(failure) && Outages.causedBy(failure, ApiException.class);
    }
}
