package dev.aftersales.benchmarks.usage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Processor time of each part over some time.
 *
 * @param millis of each part
 * @param benchmark milliseconds of the load generator
 * @param machine milliseconds of everything that ran on the machine
 */
public record CpuUse(double seconds, Map<String, Long> millis, long benchmark, long machine) {

    private static final double MILLIS_PER_SECOND = 1000;

    /**
     * How many processors strangers kept busy meanwhile, time stolen by the hypervisor included: above some tenths, the
     * latencies are not the suite's alone.
     */
    public double processorsOfOthers() {
        return Math.max(0, machine - totalMillis() - benchmark) / MILLIS_PER_SECOND / seconds;
    }

    public long totalMillis() {
        return millis.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Milliseconds for each claim, by part; {@code idle} is what the same parts use without any claim. */
    public Map<String, Double> perClaim(int claims, CpuUse idle) {
        Map<String, Double> perClaim = new LinkedHashMap<>();
        millis.forEach((part, used) ->
                perClaim.put(part, (used - idle.millis().getOrDefault(part, 0L) / idle.seconds() * seconds) / claims));
        return perClaim;
    }

    /** Milliseconds for each claim, nothing subtracted. */
    public double grossPerClaim(int claims) {
        return (double) totalMillis() / claims;
    }

    /** Milliseconds for each claim beyond what the suite uses without any. */
    public double netPerClaim(int claims, CpuUse idle) {
        return perClaim(claims, idle).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
