package dev.aftersales.claims.policies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A mapping in a pack, read strictly: a value of the wrong kind, a missing one, and a key that nobody asked for are errors
 * that name their place.
 */
final class PackSection {

    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    PackSection(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw error("must be a mapping");
        }
    }

    boolean has(String key) {
        asked.add(key);
        return node.has(key);
    }

    String text(String key) {
        JsonNode value = needed(key);
        if (!value.isString() || value.asString().isBlank()) {
            throw error(key, "must be text in one piece and not blank");
        }
        return value.asString();
    }

    @Nullable
    String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    int positive(String key) {
        JsonNode value = needed(key);
        if (!value.isInt() || value.asInt() < 1) {
            throw error(key, "must be a whole number from 1 up");
        }
        return value.asInt();
    }

    @Nullable
    Integer optionalPositive(String key) {
        return has(key) ? positive(key) : null;
    }

    /** A value with its own notation, as dates and zones have. */
    <T> T parsed(String key, String kind, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (java.time.DateTimeException e) {
            throw error(key, "is '" + text + "'; must be " + kind);
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String key) {
        return oneOf(type, text(key), key);
    }

    <E extends Enum<E>> List<E> someOf(Class<E> type, String key) {
        List<E> values = new ArrayList<>();
        List<String> names = texts(key);
        for (int i = 0; i < names.size(); i++) {
            values.add(oneOf(type, names.get(i), key + "[" + i + "]"));
        }
        return values;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String name, String key) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        error(key, "is '" + name + "'; must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** At least one text, none of them twice. */
    List<String> texts(String key) {
        JsonNode list = needed(key);
        Set<String> values = new LinkedHashSet<>();
        if (!list.isArray() || list.isEmpty()) {
            throw error(key, "must be a list with at least one entry");
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode value = list.get(i);
            if (!value.isString() || value.asString().isBlank()) {
                throw error(key + "[" + i + "]", "must be text and not blank");
            }
            if (!values.add(value.asString())) {
                throw error(key + "[" + i + "]", "'" + value.asString() + "' stands there twice");
            }
        }
        return List.copyOf(values);
    }

    /** The texts, or none where the key is left out. */
    List<String> optionalTexts(String key) {
        return has(key) ? texts(key) : List.of();
    }

    PackSection section(String key) {
        return new PackSection(file, place(key), needed(key));
    }

    @Nullable
    PackSection optionalSection(String key) {
        return has(key) ? section(key) : null;
    }

    /** A list of mappings with at least one entry. */
    List<PackSection> sections(String key) {
        JsonNode list = needed(key);
        if (!list.isArray() || list.isEmpty()) {
            throw error(key, "must be a list with at least one entry");
        }
        List<PackSection> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            sections.add(new PackSection(file, place(key + "[" + i + "]"), list.get(i)));
        }
        return sections;
    }

    /** A mapping whose keys are names that the pack chooses itself. */
    Map<String, PackSection> named(String key) {
        PackSection section = section(key);
        Map<String, PackSection> entries = new LinkedHashMap<>();
        for (String name : section.keys()) {
            entries.put(name, section.section(name));
        }
        return entries;
    }

    Set<String> keys() {
        return new LinkedHashSet<>(node.propertyNames());
    }

    /** To be called when everything was read. */
    void end() {
        for (String key : node.propertyNames()) {
            if (!asked.contains(key)) {
                throw error(
                        key,
                        "is not known here; known are "
                                + asked.stream().sorted().toList());
            }
        }
    }

    PackError error(String key, String rule) {
        return new PackError(file, place(key), rule);
    }

    private PackError error(String rule) {
        return new PackError(file, path.isEmpty() ? "the document" : path, rule);
    }

    private JsonNode needed(String key) {
        if (!has(key)) {
            throw error(key, "is missing");
        }
        return node.get(key);
    }

    private String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
