package dev.aftersales.benchmarks.traces;

import java.util.List;
import java.util.Map;

/**
 * What one claim set off.
 *
 * @param mailMillis from the POST to the acceptance of the mail of released parts
 * @param hops records consumed one after another on the way to that mail
 * @param records on the topics, "topic type", until the claim was quiet
 * @param writes that reached the store, by "service command collection", an idle suite's subtracted
 * @param reads the same for everything that changes nothing
 * @param timeline the spans as lines
 */
public record OneClaim(
        double mailMillis,
        long hops,
        List<String> records,
        Map<String, Double> writes,
        Map<String, Double> reads,
        List<String> timeline) {}
