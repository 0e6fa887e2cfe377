package dev.aftersales.claims.adjudication.rules;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one model.
 *
 * @param term its own warranty period; absent when the policy's counts
 * @param attributes facts of every unit of the model, where the unit's record has none of its own
 * @param components the warranty periods of its components, by name
 */
public record Product(@Nullable Period term, Map<String, String> attributes, Map<String, Period> components) {
    public Product {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }
}
