package dev.aftersales.claims.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether every clause and every reading that a pack names is one of its own. The readers of the single sections ask the
 * same where they stand; this one goes through the whole pack, so that all wrong names are told at once.
 */
final class PackReferences {

    private static final Set<String> CLAUSES =
            Set.of("clause", "expired", "windowClause", "unlessSuspected", "hoursOf");
    private static final Set<String> READINGS =
            Set.of("reading", "otherwise", "missingReading", "causesReading", "ofParts");

    private final PackDocument pack;
    private final List<PackProblem> problems = new ArrayList<>();

    private PackReferences(PackDocument pack) {
        this.pack = pack;
    }

    static List<PackProblem> problems(PackDocument pack) {
        PackReferences references = new PackReferences(pack);
        for (String key : pack.values().propertyNames()) {
            if (!key.equals("clauses") && !key.equals("readings")) {
                references.check(pack.values().get(key), key);
            }
        }
        return references.problems;
    }

    private void check(JsonNode node, String path) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), path + "[" + i + "]");
            }
        }
        for (String key : node.propertyNames()) {
            JsonNode value = node.get(key);
            String place = path + "." + key;
            if (value.isString() && CLAUSES.contains(key)) {
                check(place, value.asString(), "clauses", "clause");
            } else if (value.isString() && READINGS.contains(key)) {
                check(place, value.asString(), "readings", "reading");
            } else {
                check(value, place);
            }
        }
    }

    private void check(String place, String name, String where, String kind) {
        if (!pack.values().path(where).has(name)) {
            problems.add(pack.problem(
                    place, "'" + name + "' is no " + kind + " of this pack; " + where + " stand under " + where));
        }
    }
}
