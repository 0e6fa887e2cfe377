package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.deadlines.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What clocks are reckoned from.
 *
 * @param events what happened, and when, under the names that clocks give to their starts and stops
 * @param facts that clocks hang on, by name
 * @param recurrence the how manieth time promises that recur are asked about, from 1 on
 * @param asOf now
 */
public record Given(
        Map<String, Instant> events, List<Pause> pauses, Map<String, String> facts, int recurrence, Instant asOf) {
    public Given {
        events = Map.copyOf(events);
        pauses = List.copyOf(pauses);
        facts = Map.copyOf(facts);
    }
}
