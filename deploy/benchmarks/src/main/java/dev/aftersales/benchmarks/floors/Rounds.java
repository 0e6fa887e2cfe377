package dev.aftersales.benchmarks.floors;

import dev.aftersales.benchmarks.load.Latencies;
import java.util.ArrayList;
import java.util.List;

/** One step, done over and over by one thread. */
final class Rounds {

    private Rounds() {}

    /** The step. */
    interface Step {
        void run() throws Exception;
    }

    /**
     * Times each of so many steps after some that do not count.
     *
     * @throws IllegalStateException if a step fails
     */
    static Floor.Round time(int warmUps, int times, Step step) {
        List<Long> nanos = new ArrayList<>(times);
        try {
            for (int i = 0; i < warmUps; i++) {
                step.run();
            }
            for (int i = 0; i < times; i++) {
                long from = System.nanoTime();
                step.run();
                nanos.add(System.nanoTime() - from);
            }
        } catch (Exception e) {
            throw new IllegalStateException("a floor cannot be measured", e);
        }
        Latencies latencies = Latencies.of(nanos);
        double average = nanos.stream().mapToLong(Long::longValue).average().orElse(Double.NaN) / 1e6;
        return new Floor.Round(average, latencies.millisAt(50), latencies.millisAt(99));
    }
}
