package dev.aftersales.claims.adjudication.rules;

import java.util.Map;
import java.util.Set;

/**
 * Something that a diagnosis may establish beside the cause.
 *
 * @param name as conditions name it
 * @param values that it may have
 * @param findings the codes of findings that say it, each with the value that it says
 */
public record Observation(String name, Set<String> values, Map<String, String> findings) {
    public Observation {
        values = Set.copyOf(values);
        findings = Map.copyOf(findings);
    }
}
