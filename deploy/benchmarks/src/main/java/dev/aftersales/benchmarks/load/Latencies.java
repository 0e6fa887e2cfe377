package dev.aftersales.benchmarks.load;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measured durations in nanoseconds. A percentile is always one that was measured (nearest rank), never between two. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    public static Latencies of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The least duration, in milliseconds, that so many percent of all do not exceed; NaN when nothing was measured.
     *
     * @throws IllegalArgumentException unless percent is above 0 and at most 100
     */
    public double millisAt(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("there is no percentile " + percent);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[rank - 1] / NANOS_PER_MILLI;
    }

    /** How many took longer than that. */
    public long above(double millis) {
        return Arrays.stream(sorted)
                .filter(nanos -> nanos / NANOS_PER_MILLI > millis)
                .count();
    }

    /** The usual percentiles by their names, in milliseconds. */
    public Map<String, Double> summary() {
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("p50", millisAt(50));
        summary.put("p90", millisAt(90));
        summary.put("p99", millisAt(99));
        summary.put("max", millisAt(100));
        return summary;
    }

    /** The middle one of several rounds' figures, so that one disturbed round does not count; NaN when there are none. */
    public static double median(Collection<Double> rounds) {
        double[] values =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (values.length == 0) {
            return Double.NaN;
        }
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
