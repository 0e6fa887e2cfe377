package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Vocabulary;
import dev.aftersales.claims.regions.Regions;
import dev.aftersales.contracts.PrintedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether every code of a pack is known: in the vocabulary of the suite, or by words that the pack gives it under
 * {@code codes}. One that is not is a slip of the pen, by which the rule it belongs to would never apply and nobody would
 * hear of it. A cause, a channel, an event or an attribute must be known as one, not as any word of the vocabulary; and an event
 * is the suite's alone. What a product says of its units must be a fact of them, with a value of that fact.
 *
 * <p>It is asked of packs that are handed in or shipped: a version that is stored already keeps what it was taken in with.
 */
final class PackCodes {

    private enum Kind {
        CODE,
        CAUSE,
        CHANNEL,
        /** What stands on a paper, or is recorded of a unit: the suite's word for it, or a fact of this pack from units. */
        ATTRIBUTE,
        /** Words make no event: by one that nobody says, nothing would be promised. */
        EVENT
    }

    /** Where codes stand, alone, in a list, or as the keys of a mapping; * is a name that the pack chooses. */
    private static final Map<String, Kind> PLACES = Map.ofEntries(
            Map.entry("facts.*.values", Kind.CODE),
            Map.entry("facts.*.findings", Kind.CODE),
            Map.entry("facts.*.causes", Kind.CAUSE),
            Map.entry("facts.*.attributes", Kind.ATTRIBUTE),
            Map.entry("products.*.components", Kind.CODE),
            Map.entry("term.missingItem", Kind.CODE),
            Map.entry("coverage.gates.item", Kind.CODE),
            Map.entry("coverage.causes.covered", Kind.CAUSE),
            Map.entry("coverage.doubtful.causes", Kind.CAUSE),
            Map.entry("term.anchors.invalid.agreesIn", Kind.ATTRIBUTE),
            Map.entry("evidence.item", Kind.CODE),
            Map.entry("evidence.shows", Kind.ATTRIBUTE),
            Map.entry("intake.channels", Kind.CHANNEL),
            Map.entry("consents.item", Kind.CODE),
            Map.entry("consents.states", Kind.CODE),
            Map.entry("consents.detailed", Kind.CODE),
            Map.entry("exclusions.causes", Kind.CAUSE),
            Map.entry("exclusions.sameEvent.causes", Kind.CAUSE),
            Map.entry("statutory.rules.causes", Kind.CAUSE),
            Map.entry("entitlements.service", Kind.CODE),
            Map.entry("entitlements.channels", Kind.CODE),
            Map.entry("entitlements.topics", Kind.CODE),
            Map.entry("entitlements.documents", Kind.CODE),
            Map.entry("entitlements.note", Kind.CODE),
            Map.entry("clocks.start", Kind.EVENT),
            Map.entry("clocks.stop", Kind.EVENT));

    private static final String SITE = "site";

    /** Sections whose keys are names that the pack chooses. */
    private static final Set<String> NAMED = Set.of("facts", "products");

    /** Facts of conditions whose values are codes that no list beside them names. */
    private static final Map<String, Kind> OPEN =
            Map.of("cause", Kind.CAUSE, "channel", Kind.CHANNEL, "component", Kind.CODE);

    private static final String CLOCKS = "clocks";

    private static final String MEND =
            " that the suite knows; mend it, or say under codes in en and zh what it is called";

    private final PackDocument pack;
    private final Vocabulary vocabulary;
    private final Set<String> own;
    private final Set<String> attributes;
    private final List<PackProblem> problems = new ArrayList<>();

    private PackCodes(PackDocument pack, Vocabulary vocabulary) {
        this.pack = pack;
        this.vocabulary = vocabulary;
        this.own = Set.copyOf(pack.values().path("codes").propertyNames());
        this.attributes = new TreeSet<>(vocabulary.attributes());
        this.attributes.addAll(ofUnits().keySet());
    }

    /** Every code that nobody knows, at its place. */
    static List<PackProblem> problems(PackDocument pack, Vocabulary vocabulary) {
        PackCodes codes = new PackCodes(pack, vocabulary);
        codes.check(pack.values(), "", "");
        codes.checkProducts();
        return codes.problems;
    }

    /** The values that a product may give a fact: those of the fact, by its name; how many numbers a unit of it bears. */
    private Map<String, List<String>> ofUnits() {
        Map<String, List<String>> values = new TreeMap<>();
        JsonNode facts = pack.values().path("facts");
        for (String name : facts.propertyNames()) {
            if (facts.get(name).path("from").asString("").equals("UNIT")) {
                values.put(
                        name,
                        facts.get(name)
                                .path("values")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
            }
        }
        return values;
    }

    private void checkProducts() {
        Map<String, List<String>> ofUnits = ofUnits();
        Map<String, List<String>> known = new TreeMap<>(ofUnits);
        JsonNode facts = pack.values().path("facts");
        for (String name : facts.propertyNames()) {
            if (facts.get(name).path("from").asString("").equals("BARCODES")) {
                known.put(name, List.of());
            }
        }
        JsonNode products = pack.values().path("products");
        Map<String, String> oneForm = new HashMap<>();
        for (String model : products.propertyNames()) {
            String written = oneForm.putIfAbsent(PrintedCode.of(model), model);
            if (written != null) {
                problems.add(pack.problem(
                        "products." + model,
                        "is the model '" + written
                                + "' once more; neither capitals nor blanks around it tell models apart"));
            }
            JsonNode attributes = products.get(model).path("attributes");
            for (String name : attributes.propertyNames()) {
                String place = "products." + model + ".attributes." + name;
                String value = attributes.get(name).asString("");
                List<String> values = known.get(name);
                if (values == null) {
                    problems.add(pack.problem(
                            place,
                            "'" + name + "' is no fact that a product says of its units"
                                    + (known.isEmpty()
                                            ? ""
                                            : "; must be one of " + String.join(", ", known.keySet()))));
                } else if (!values.isEmpty() && !values.contains(value)) {
                    problems.add(pack.problem(
                            place,
                            "'" + value + "' is no value of " + name + "; must be one of "
                                    + String.join(", ", values)));
                }
            }
        }
    }

    /**
     * @param path where the node stands, with its numbers and names
     * @param place the same without numbers, and with * for chosen names
     */
    private void check(JsonNode node, String path, String place) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), path + "[" + i + "]", place);
        }
        if (place.equals(CLOCKS) && node.has("start") && node.path("start").equals(node.path("stop"))) {
            problems.add(pack.problem(
                    below(path, "stop"),
                    "is what the clock starts with; it would be kept in the second in which it began"));
        }
        for (String key : node.propertyNames()) {
            String inside = below(path, key);
            String insidePlace = below(place, NAMED.contains(place) ? "*" : key);
            if (key.equals("in") && node.path("fact").asString("").equals(SITE)) {
                checkRegions(node.get(key), inside);
                continue;
            }
            Kind kind = kind(node, key, insidePlace);
            if (kind == null) {
                check(node.get(key), inside, insidePlace);
            } else {
                known(node.get(key), kind, inside);
            }
        }
    }

    /** In a place that is no region nobody stands, so that what depends on it would never be there (C2.2). */
    private void checkRegions(JsonNode regions, String path) {
        for (int i = 0; i < regions.size(); i++) {
            JsonNode region = regions.get(i);
            String reading = region.path("reading").asString("");
            boolean settled = region.has("reading");
            String code = settled
                    ? pack.values().path("readings").path(reading).path("value").asString("")
                    : region.asString("");
            if (!Regions.isOne(code)) {
                problems.add(pack.problem(
                        settled ? "readings." + reading + ".value" : path + "[" + i + "]",
                        "'" + code + "' is no code of a region; name a country of ISO 3166 and, where it matters, the"
                                + " administrative code in it, for example CN-4403"));
            }
        }
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static @Nullable Kind kind(JsonNode node, String key, String place) {
        return key.equals("in") ? OPEN.get(node.path("fact").asString("")) : PLACES.get(place);
    }

    private void known(JsonNode value, Kind kind, String path) {
        if (value.isString()) {
            known(value.asString(), kind, path);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            known(value.get(i), kind, path + "[" + i + "]");
        }
        if (!value.has("reading")) {
            value.propertyNames().forEach(code -> known(code, kind, below(path, code)));
        }
    }

    private void known(String code, Kind kind, String path) {
        if (known(kind).contains(code) || (kind != Kind.EVENT && kind != Kind.ATTRIBUTE && own.contains(code))) {
            return;
        }
        problems.add(pack.problem(
                path,
                "'" + code + "' is no "
                        + switch (kind) {
                            case CODE -> "code" + MEND;
                            case CAUSE -> "cause" + MEND;
                            case CHANNEL -> "channel" + MEND;
                            case ATTRIBUTE ->
                                "attribute of a unit or a paper; must be one of " + String.join(", ", attributes)
                                        + ", or a fact of this pack that comes from the unit";
                            case EVENT ->
                                "event that anybody says; must be one of "
                                        + String.join(", ", new TreeSet<>(vocabulary.events()));
                        }));
    }

    private Set<String> known(Kind kind) {
        return switch (kind) {
            case CODE -> vocabulary.codes().keySet();
            case CAUSE -> vocabulary.causes();
            case CHANNEL -> vocabulary.channels();
            case ATTRIBUTE -> attributes;
            case EVENT -> vocabulary.events();
        };
    }
}
