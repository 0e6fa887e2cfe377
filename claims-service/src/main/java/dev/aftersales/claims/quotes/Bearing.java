package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.ChargeSplit;
import java.util.List;

/** Who bears what by the policy, whether or not it is on the quote (C4.3a, D2.1b). */
public record Bearing(ChargeSplit charge, List<Integer> lines) {
    public Bearing {
        lines = List.copyOf(lines);
    }
}
