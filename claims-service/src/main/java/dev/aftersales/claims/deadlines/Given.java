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
 * @param anew by the stop of clocks: what set going anew what they wait for; before that nothing is counted
 */
public record Given(
        Map<String, Instant> events,
        List<Pause> pauses,
        Map<String, String> facts,
        int recurrence,
        Instant asOf,
        Map<String, Anew> anew) {

    /** An event that sets going anew what a clock waits for. */
    public record Anew(String event, Instant at) {}

    public Given(
            Map<String, Instant> events, List<Pause> pauses, Map<String, String> facts, int recurrence, Instant asOf) {
        this(events, pauses, facts, recurrence, asOf, Map.of());
    }

    public Given {
        anew = Map.copyOf(anew);
        events = Map.copyOf(events);
        pauses = List.copyOf(pauses);
        facts = Map.copyOf(facts);
    }
}
