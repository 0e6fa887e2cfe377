package dev.aftersales.benchmarks.floors;

import java.util.ArrayList;
import java.util.List;

/** One step and what it costs alone, in rounds before and after the load. */
public record Floor(String name, List<Round> before, List<Round> after) {

    /**
     * One round.
     *
     * @param p50 milliseconds
     * @param p99 milliseconds
     * @param average milliseconds
     */
    public record Round(double average, double p50, double p99) {}

    public static Floor named(String name) {
        return new Floor(name, new ArrayList<>(), new ArrayList<>());
    }
}
