package dev.aftersales.diagnosis.radar;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether this instance reads what was said before anybody asked: topics are read anew, or it was away. What that comes to is
 * told when it is all counted, or counts would fall back and climb again. All steps and partitions of the instance rest
 * together: while the past is read, a partition may well wait for its next record longer than a rest takes.
 */
final class Past {

    /** A record that lies on its topic for so long. */
    private static final Duration OLD = Duration.ofSeconds(10);

    /** After the last of these. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final AtomicLong until = new AtomicLong();

    /**
     * A record is read.
     *
     * @param saidAt milliseconds of the broker's clock
     * @param now milliseconds of the machine's clock
     */
    void read(long saidAt, long now) {
        if (saidAt < now - OLD.toMillis()) {
            until.accumulateAndGet(now + REST.toMillis(), Math::max);
        }
    }

    /** @param now milliseconds of the machine's clock */
    boolean isOver(long now) {
        return now >= until.get();
    }
}
