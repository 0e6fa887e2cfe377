package dev.aftersales.claims.adjudication.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a diagnosis may establish beside the cause.
 *
 * @param name as conditions name it
 * @param values that it may have
 * @param findings the codes of findings that say it, each with the value that it says
 */
public record Observation(String name, List<String> values, Map<String, String> findings) {
    public Observation {
        values = List.copyOf(values);
        findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    }
}
