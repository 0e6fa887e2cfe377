package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether every code of a pack is known: in the vocabulary of the suite, or by words that the pack gives it under
 * {@code codes}. One that is not is a slip of the pen, by which the rule it belongs to would never apply and nobody would
 * hear of it. A cause, a channel or an event must be known as one, not as any word of the vocabulary; and an event is the
 * suite's alone.
 *
 * <p>It is asked of packs that are handed in or shipped: a version that is stored already keeps what it was taken in with.
 */
final class PackCodes {

    private enum Kind {
        CODE,
        CAUSE,
        CHANNEL,
        /** Words make no event: by one that nobody says, nothing would be promised. */
        EVENT
    }

    /** Where codes stand, alone, in a list, or as the keys of a mapping; * is a name that the pack chooses. */
    private static final Map<String, Kind> PLACES = Map.ofEntries(
            Map.entry("facts.*.values", Kind.CODE),
            Map.entry("facts.*.findings", Kind.CODE),
            Map.entry("facts.*.causes", Kind.CAUSE),
            Map.entry("products.*.components", Kind.CODE),
            Map.entry("term.missingItem", Kind.CODE),
            Map.entry("coverage.gates.item", Kind.CODE),
            Map.entry("coverage.causes.covered", Kind.CAUSE),
            Map.entry("coverage.doubtful.causes", Kind.CAUSE),
            Map.entry("evidence.item", Kind.CODE),
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

    /** Sections whose keys are names that the pack chooses. */
    private static final Set<String> NAMED = Set.of("facts", "products");

    /** Facts of conditions whose values are codes that no list beside them names. */
    private static final Map<String, Kind> OPEN =
            Map.of("cause", Kind.CAUSE, "channel", Kind.CHANNEL, "component", Kind.CODE);

    private static final String MEND =
            " that the suite knows; mend it, or say under codes in en and zh what it is called";

    private final PackDocument pack;
    private final Vocabulary vocabulary;
    private final Set<String> own;
    private final List<PackProblem> problems = new ArrayList<>();

    private PackCodes(PackDocument pack, Vocabulary vocabulary) {
        this.pack = pack;
        this.vocabulary = vocabulary;
        this.own = Set.copyOf(pack.values().path("codes").propertyNames());
    }

    /** Every code that nobody knows, at its place. */
    static List<PackProblem> problems(PackDocument pack, Vocabulary vocabulary) {
        PackCodes codes = new PackCodes(pack, vocabulary);
        codes.check(pack.values(), "", "");
        return codes.problems;
    }

    /**
     * @param path where the node stands, with its numbers and names
     * @param place the same without numbers, and with * for chosen names
     */
    private void check(JsonNode node, String path, String place) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), path + "[" + i + "]", place);
        }
        for (String key : node.propertyNames()) {
            String inside = below(path, key);
            String insidePlace = below(place, NAMED.contains(place) ? "*" : key);
            Kind kind = kind(node, key, insidePlace);
            if (kind == null) {
                check(node.get(key), inside, insidePlace);
            } else {
                known(node.get(key), kind, inside);
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
        if (known(kind).contains(code) || (kind != Kind.EVENT && own.contains(code))) {
            return;
        }
        problems.add(pack.problem(
                path,
                "'" + code + "' is no "
                        + switch (kind) {
                            case CODE -> "code" + MEND;
                            case CAUSE -> "cause" + MEND;
                            case CHANNEL -> "channel" + MEND;
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
            case EVENT -> vocabulary.events();
        };
    }
}
