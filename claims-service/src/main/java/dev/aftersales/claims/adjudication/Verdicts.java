package dev.aftersales.claims.adjudication;

import java.util.List;

/**
 * A judgement: one outcome for each line, in the order of the facts.
 *
 * @param policyVersion that was applied
 */
public record Verdicts(String policyVersion, Pass pass, List<LineOutcome> lines) {
    public Verdicts {
        lines = List.copyOf(lines);
    }
}
