package dev.aftersales.claims.evaluations;

import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.ClockStanding;
import dev.aftersales.claims.deadlines.Given;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what cannot have happened in that order: what a clock is stopped by before what it is started by. Where the start is
 * late, so that the clock counts from when it was due (A?4), the stop may lie between the two.
 */
final class EventOrder {

    private EventOrder() {}

    /** What is wrong with the given events by these clocks, each event once. */
    static List<Map<String, Object>> errors(Collection<ClockStanding> standings, Given given) {
        Map<String, Map<String, Object>> errors = new LinkedHashMap<>();
        for (ClockStanding standing : standings) {
            if (standing instanceof ClockStanding.Reckoned reckoned) {
                PromisedTime clock = reckoned.clock();
                Instant start = clock.start() == null ? null : given.events().get(clock.start());
                Instant stop = clock.stop() == null ? null : given.events().get(clock.stop());
                Instant countsFrom = reckoned.reckoning().start().countsFrom();
                if (start != null && stop != null && isBefore(stop, start.isBefore(countsFrom) ? start : countsFrom)) {
                    errors.putIfAbsent(
                            clock.stop(),
                            Map.of(
                                    "field",
                                    "events." + clock.stop(),
                                    "rule",
                                    "order",
                                    "detail",
                                    "must not come before " + clock.start() + ", with which " + clock.clause()
                                            + " begins"));
                }
            }
        }
        return new ArrayList<>(errors.values());
    }

    /** By whole seconds, as everything is counted. */
    private static boolean isBefore(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.SECONDS).isBefore(other.truncatedTo(ChronoUnit.SECONDS));
    }
}
