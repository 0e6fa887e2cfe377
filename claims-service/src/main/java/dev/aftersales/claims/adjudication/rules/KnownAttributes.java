package dev.aftersales.claims.adjudication.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The attributes of units and papers that a policy makes something of. Under any other name, or with any other value, one
 * would be passed over or, worse, be taken for a fact that nobody stated.
 *
 * @param ofUnit by name, with the values that each may have; none where they are open, as those of serials and bar codes
 * @param ofPaper names of what stands on papers; their values are open
 */
public record KnownAttributes(Map<String, List<String>> ofUnit, Set<String> ofPaper) {
    public KnownAttributes {
        ofUnit = Collections.unmodifiableMap(new TreeMap<>(ofUnit));
        ofPaper = Collections.unmodifiableSet(new TreeSet<>(ofPaper));
    }

    /** Those of one policy. */
    public static KnownAttributes of(PolicyRules policy) {
        Map<String, List<String>> ofUnit = new TreeMap<>();
        Set<String> ofPaper = new TreeSet<>();
        for (FactRule fact : policy.facts()) {
            switch (fact.from()) {
                case UNIT -> ofUnit.put(fact.name(), fact.values());
                case BARCODES ->
                    fact.attributes().forEach(number -> {
                        ofPaper.add(number);
                        ofUnit.putIfAbsent(number, List.of());
                    });
                case DIAGNOSIS, CLAIM, DOCUMENT -> {}
            }
        }
        for (Requirement requirement : policy.evidence()) {
            if (requirement.shows() != null) {
                ofPaper.addAll(requirement.shows().attributes());
            }
        }
        for (Term.Anchor anchor : policy.term().anchors()) {
            if (anchor.invalid() != null) {
                ofPaper.addAll(anchor.invalid().agreesIn());
            }
        }
        return new KnownAttributes(ofUnit, ofPaper);
    }
}
