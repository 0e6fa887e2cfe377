package dev.aftersales.benchmarks.load;

import java.time.Duration;

/**
 * When each claim of an open loop is due, whatever became of those before it.
 *
 * @param startNanos of {@link System#nanoTime()}
 */
public record Schedule(long startNanos, double perSecond) {

    private static final double NANOS_PER_SECOND = 1e9;

    public Schedule {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a load needs a rate above 0, not " + perSecond);
        }
    }

    /** The moment of that claim, counted from 0; computed from the start, so that rounding does not add up. */
    public long dueAt(int index) {
        return startNanos + Math.round(index * NANOS_PER_SECOND / perSecond);
    }

    /** How many are due within that time. */
    public static int countIn(Duration time, double perSecond) {
        return (int) Math.floor(time.toNanos() / NANOS_PER_SECOND * perSecond);
    }
}
