package dev.aftersales.claims.adjudication.rules;

import java.util.List;
import java.util.Set;

/**
 * Whether a fact has one of these values; neither met nor unmet while nobody knows the fact.
 *
 * @param fact one of the policy's facts or of {@link #ALWAYS_THERE}
 */
public record Condition(String fact, List<String> in) {

    /** Facts that every policy may name. */
    public static final Set<String> ALWAYS_THERE =
            Set.of("cause", "faultClass", "itemClass", "component", "channel", "pass", "termMonths");

    public Condition {
        in = List.copyOf(in);
    }
}
