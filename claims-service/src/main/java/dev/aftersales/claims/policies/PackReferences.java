package dev.aftersales.claims.policies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether every clause and every reading that a pack names is one of its own, and whether every reading is named: one that no
 * rule refers to changes nothing, whatever it says. The readers of the single sections ask the first where they stand; this
 * one goes through the whole pack, so that all wrong names are told at once.
 */
final class PackReferences {

    private static final Set<String> CLAUSES =
            Set.of("clause", "expired", "windowClause", "unlessSuspected", "hoursOf");
    private static final Set<String> READINGS = Set.of(
            "reading", "otherwise", "missingReading", "unrecordedReading", "causesReading", "ofParts", "ofSeveral");

    private final PackDocument pack;
    private final List<PackProblem> problems = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> settling = new HashSet<>();

    private PackReferences(PackDocument pack) {
        this.pack = pack;
    }

    static List<PackProblem> problems(PackDocument pack) {
        PackReferences references = new PackReferences(pack);
        references.check();
        return references.problems;
    }

    private void check() {
        for (String key : pack.values().propertyNames()) {
            if (!key.equals("clauses") && !key.equals("readings")) {
                check(pack.values().get(key), key);
            }
        }
    }

    /**
     * Readings that no rule of the pack names, or whose value none takes, though the pack does not say why under
     * {@code noRule}: changing one would change nothing.
     */
    static List<PackProblem> idleReadings(PackDocument pack) {
        PackReferences references = new PackReferences(pack);
        references.check();
        references.problems.clear();
        references.checkReadings();
        return references.problems;
    }

    private void checkReadings() {
        JsonNode readings = pack.values().path("readings");
        for (String id : readings.propertyNames()) {
            JsonNode reading = readings.get(id);
            boolean taken = reading.has("value") ? settling.contains(id) : named.contains(id);
            String place = "readings." + id;
            if (!taken && !reading.has("noRule")) {
                problems.add(pack.problem(
                        place,
                        (reading.has("value")
                                        ? "no rule of this pack takes its value; write { reading: " + id
                                                + " } where the value stands"
                                        : "no rule of this pack refers to it; name it where it decides")
                                + ", or say under noRule why it changes none"));
            } else if (taken && reading.has("noRule")) {
                problems.add(
                        pack.problem(place + ".noRule", "a rule of this pack rests on " + id + "; leave noRule out"));
            }
        }
    }

    private void check(JsonNode node, String path) {
        if (node.isObject() && node.size() == 1 && node.path("reading").isString()) {
            settling.add(node.get("reading").asString());
        }
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
                named.add(value.asString());
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
