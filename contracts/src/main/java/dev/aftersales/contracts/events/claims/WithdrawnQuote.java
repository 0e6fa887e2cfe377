package dev.aftersales.contracts.events.claims;

import java.util.List;

/**
 * An open quote that stands no longer: a dispute, a new decision or another quote went over one of its lines.
 *
 * @param quote its number in the claim
 * @param lines that it would have served
 */
public record WithdrawnQuote(int quote, List<Integer> lines) {
    public WithdrawnQuote {
        lines = List.copyOf(lines);
    }
}
