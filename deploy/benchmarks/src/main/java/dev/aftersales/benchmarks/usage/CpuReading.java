package dev.aftersales.benchmarks.usage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of each part up to a moment.
 *
 * @param atNanos of {@link System#nanoTime()}
 * @param millis since the start of each part
 * @param benchmark milliseconds that this process, the load generator, has used
 * @param machine milliseconds that all processors of the machine have been busy
 */
public record CpuReading(long atNanos, Map<String, Long> millis, long benchmark, long machine) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** What each part has used since an earlier reading. */
    public CpuUse since(CpuReading earlier) {
        Map<String, Long> used = new LinkedHashMap<>();
        millis.forEach((part, now) -> used.put(part, now - earlier.millis().getOrDefault(part, 0L)));
        return new CpuUse(
                (atNanos - earlier.atNanos()) / NANOS_PER_SECOND,
                used,
                benchmark - earlier.benchmark(),
                machine - earlier.machine());
    }
}
