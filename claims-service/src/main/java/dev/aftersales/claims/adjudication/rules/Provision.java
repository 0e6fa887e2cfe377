package dev.aftersales.claims.adjudication.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that other parts of the suite enforce: its name and its parameters.
 *
 * @param parameters texts, numbers, booleans and lists of texts
 */
public record Provision(String clause, @Nullable String reading, String rule, Map<String, Object> parameters) {
    public Provision {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
