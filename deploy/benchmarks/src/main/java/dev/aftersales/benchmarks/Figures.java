package dev.aftersales.benchmarks;

import dev.aftersales.benchmarks.floors.Floor;
import dev.aftersales.benchmarks.traces.OneClaim;
import java.util.List;
import java.util.Map;

/** All figures of one run, as they are written for machines. */
record Figures(
        Conditions conditions, Load load, List<Floor> floors, OneClaim oneClaim, Processor processor, Memory memory) {

    /**
     * What the run was like.
     *
     * @param processorsOfOthers how many processors strangers kept busy during the measurement
     * @param loadAverage of the machine at start, and at the end of the measurement
     */
    record Conditions(
            String startedAt,
            List<String> arguments,
            int processors,
            String jdk,
            String store,
            Map<String, List<String>> jvmOptions,
            double processorsOfOthers,
            List<Double> loadAverage) {}

    /**
     * The measured interval.
     *
     * @param lateAfterMillis from when on a mail counts as late
     * @param mailMillis POST due until the mail of released parts was accepted
     * @param postMillis POST due until 201
     * @param slipMillis POST due until sent
     */
    record Load(
            double perSecond,
            double warmUpSeconds,
            double warmUpPerSecond,
            int due,
            int mailed,
            List<String> lost,
            List<String> failures,
            long late,
            double lateAfterMillis,
            Map<String, Double> mailMillis,
            Map<String, Double> postMillis,
            Map<String, Double> slipMillis) {}

    /**
     * CPU-milliseconds of the suite's processes.
     *
     * @param netPerClaim idle use subtracted
     * @param idleMillisPerSecond use without any claim
     * @param netByPart the same as netPerClaim, by part
     * @param benchmarkPerClaim the load generator's own, in none of the others
     * @param writesPerClaim commands that changed the store in the measured interval, idle ones subtracted
     */
    record Processor(
            double grossPerClaim,
            double netPerClaim,
            double idleMillisPerSecond,
            Map<String, Double> netByPart,
            double benchmarkPerClaim,
            double writesPerClaim) {}

    /** Mebibytes at the end of the measured interval. */
    record Memory(double limit, double resident, double proportional, Map<String, Double> residentByPart) {}
}
