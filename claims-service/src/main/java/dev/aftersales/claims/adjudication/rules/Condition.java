package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import java.util.Map;

/** Whether an observation has one of these values; not met while nobody observed it. */
public record Condition(String observation, List<String> in) {
    public Condition {
        in = List.copyOf(in);
    }

    /** Whether it is met by these observations. */
    public boolean holds(Map<String, String> observations) {
        String value = observations.get(observation);
        return value != null && in.contains(value);
    }
}
