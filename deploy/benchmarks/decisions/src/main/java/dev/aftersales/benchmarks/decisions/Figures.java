package dev.aftersales.benchmarks.decisions;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All figures of one run, as they are written for machines.
 *
 * @param deciders by the name of the benchmark
 */
record Figures(Conditions conditions, Map<String, Decided> deciders) {

    /**
     * What the run was like.
     *
     * @param loadAverage of the machine at start and at the end
     * @param jvmOptions of the measured JVMs
     */
    record Conditions(
            String startedAt,
            Options options,
            int processors,
            String jdk,
            List<String> jvmOptions,
            List<Double> loadAverage) {}

    /**
     * What one decider did, one figure for each fork.
     *
     * @param perSecond decisions
     * @param bytes allocated for a decision
     * @param p50Micros of single decisions, microseconds
     * @param p99Micros likewise
     */
    record Decided(List<Double> perSecond, List<Double> bytes, List<Double> p50Micros, List<Double> p99Micros) {}

    Decided of(String decider) {
        return Objects.requireNonNull(deciders.get(decider), decider);
    }

    /** The one in the middle. */
    static double median(List<Double> ofForks) {
        return ofForks.stream().sorted().toList().get(ofForks.size() / 2);
    }
}
