package dev.aftersales.claims.adjudication.rules;

import java.util.Set;

/** Whether an observation has one of these values; not met while nobody observed it. */
public record Condition(String observation, Set<String> in) {
    public Condition {
        in = Set.copyOf(in);
    }
}
