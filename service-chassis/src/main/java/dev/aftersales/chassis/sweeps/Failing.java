package dev.aftersales.chassis.sweeps;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The aggregates on which a sweep fails, each with how long it is left alone. Of very many the oldest are forgotten, which
 * means only that they are tried, and told of, again.
 */
final class Failing {

    private static final int MOST = 10_000;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private final Map<String, Rest> rests = new LinkedHashMap<>();
    private long begun;

    /** @param until in the sense of {@link System#nanoTime()} */
    private record Rest(Duration length, long until) {}

    Failing(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A round begins. */
    synchronized void begin() {
        begun = nanoTime.getAsLong();
    }

    /** A round has come to its end: who was to be tried in it and was not, is due no more. */
    synchronized void end() {
        rests.values().removeIf(rest -> rest.until() - begun <= 0);
    }

    synchronized boolean rests(String id) {
        Rest rest = rests.get(id);
        return rest != null && rest.until() - begun > 0;
    }

    /** Answers whether it had not failed before. */
    synchronized boolean failed(String id) {
        Rest before = rests.remove(id);
        Duration length = before == null ? FIRST : shorter(before.length().multipliedBy(2), LONGEST);
        rests.put(id, new Rest(length, nanoTime.getAsLong() + length.toNanos()));
        if (rests.size() > MOST) {
            rests.remove(rests.keySet().iterator().next());
        }
        return before == null;
    }

    synchronized void succeeded(String id) {
        rests.remove(id);
    }

    synchronized int size() {
        return rests.size();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
