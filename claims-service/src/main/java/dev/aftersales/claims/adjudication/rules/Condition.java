package dev.aftersales.claims.adjudication.rules;

import java.util.List;

/** Whether an observation has one of these values; not met while nobody observed it. */
public record Condition(String observation, List<String> in) {
    public Condition {
        in = List.copyOf(in);
    }
}
