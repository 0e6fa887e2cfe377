package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.rules.Reading;
import dev.aftersales.claims.adjudication.rules.Settled;
import java.math.BigDecimal;
import java.time.Period;
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
 * that name their place. Any single value may stand in a reading instead: {@code {reading: R-A13}}.
 */
final class PackSection {

    private final PackDocument document;
    private final String path;
    private final JsonNode node;
    private final Map<String, Reading> readings;
    private final Set<String> asked = new HashSet<>();

    /** @param readings of the pack, in which values may stand; may be filled after the section was made */
    PackSection(PackDocument document, String path, JsonNode node, Map<String, Reading> readings) {
        this.document = document;
        this.path = path;
        this.node = node;
        this.readings = readings;
        if (!node.isObject()) {
            throw error("must be a mapping");
        }
    }

    boolean has(String key) {
        asked.add(key);
        return node.has(key);
    }

    String text(String key) {
        if (settling(key) != null) {
            return scalar(key);
        }
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

    /** A text, a number or a truth, as it is written. */
    String scalar(String key) {
        asked.add(key);
        String reading = settling(key);
        if (reading != null) {
            return settled(reading, key);
        }
        JsonNode value = needed(key);
        if (!value.isValueNode() || value.isNull()) {
            throw error(key, "must be a single value");
        }
        return value.asString();
    }

    /** The value that a reading settles. */
    private String settled(String reading, String key) {
        Reading settled = readings.get(reading);
        if (settled == null) {
            throw error(key, "'" + reading + "' is no reading of this pack; readings stand under readings");
        }
        if (settled.value() == null) {
            throw error(key, "the reading " + reading + " has no value; give it one under readings");
        }
        return settled.value();
    }

    @Nullable
    String optionalScalar(String key) {
        return has(key) ? scalar(key) : null;
    }

    boolean flag(String key) {
        return switch (scalar(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(key, "must be true or false");
        };
    }

    int positive(String key) {
        JsonNode value = needed(key);
        try {
            int number = value.isInt() ? value.asInt() : value.isObject() ? Integer.parseInt(scalar(key)) : 0;
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw error(key, "is '" + scalar(key) + "'; must be a whole number from 1 up");
        }
        throw error(key, "must be a whole number from 1 up");
    }

    @Nullable
    Integer optionalPositive(String key) {
        return has(key) ? positive(key) : null;
    }

    /** An exact number, not below nothing. */
    BigDecimal decimal(String key) {
        try {
            BigDecimal number = new BigDecimal(scalar(key));
            if (number.signum() >= 0) {
                return number;
            }
            throw error(key, "must not be below 0");
        } catch (NumberFormatException e) {
            throw error(key, "is '" + scalar(key) + "'; must be a number");
        }
    }

    /** A number of days, as such or as a period of days. */
    int days(String key) {
        String days = scalar(key);
        String number = days.startsWith("P") && days.endsWith("D") ? days.substring(1, days.length() - 1) : days;
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw error(key, "is '" + days + "'; must be a number of days, such as 30 or the ISO duration P30D");
        }
        return Integer.parseInt(number);
    }

    /** A period of time, longer than nothing. */
    Period period(String key) {
        Period period = parsed(key, "a period of whole days, months or years such as P12M", Period::parse);
        if (period.isNegative() || period.isZero()) {
            throw error(key, "must be longer than nothing");
        }
        return period;
    }

    @Nullable
    Period optionalPeriod(String key) {
        return has(key) ? period(key) : null;
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

    /** A value and the reading in which it stands, if it stands in one. */
    <T> Settled<T> settled(String key, Function<String, T> read) {
        return new Settled<>(read.apply(key), settling(key));
    }

    @Nullable
    <T> Settled<T> optionalSettled(String key, Function<String, T> read) {
        return has(key) ? settled(key, read) : null;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String key) {
        return oneOf(type, text(key), key);
    }

    @Nullable
    <E extends Enum<E>> E optionalOneOf(Class<E> type, String key) {
        return has(key) ? oneOf(type, key) : null;
    }

    <E extends Enum<E>> List<E> someOf(Class<E> type, String key) {
        return of(type, key, texts(key));
    }

    /** Values of the kind, perhaps none; an empty list or none at all. */
    <E extends Enum<E>> List<E> optionalSomeOf(Class<E> type, String key) {
        return has(key) && !(node.get(key).isArray() && node.get(key).isEmpty()) ? someOf(type, key) : List.of();
    }

    <E extends Enum<E>> List<E> oneOrMoreOf(Class<E> type, String key) {
        return needed(key).isArray() ? someOf(type, key) : List.of(oneOf(type, key));
    }

    /** One text or a list of them, or none where the key is left out. */
    List<String> optionalOneOrMore(String key) {
        return !has(key) ? List.of() : needed(key).isArray() ? texts(key) : List.of(text(key));
    }

    private <E extends Enum<E>> List<E> of(Class<E> type, String key, List<String> names) {
        List<E> values = new ArrayList<>();
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
            JsonNode entry = list.get(i);
            String place = key + "[" + i + "]";
            String reading = settling(entry);
            String value = reading != null ? settled(reading, place) : entry.isString() ? entry.asString() : "";
            if (value.isBlank()) {
                throw error(place, "must be text and not blank");
            }
            if (!values.add(value)) {
                throw error(place, "'" + value + "' stands there twice");
            }
        }
        return List.copyOf(values);
    }

    /** Whole numbers, or none where the key is left out. */
    List<Integer> optionalWholes(String key) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode list = node.get(key);
        if (!list.isArray() || list.isEmpty()) {
            throw error(key, "must be a list with at least one entry");
        }
        List<Integer> wholes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isInt()) {
                throw error(key + "[" + i + "]", "must be a whole number");
            }
            wholes.add(list.get(i).asInt());
        }
        return wholes;
    }

    /** The texts, or none where the key is left out. */
    List<String> optionalTexts(String key) {
        return has(key) ? texts(key) : List.of();
    }

    /** What the key holds, for parts of the suite that know it: a text, a number, a truth, or a list of texts. */
    Object parameter(String key) {
        JsonNode value = needed(key);
        if (value.isArray()) {
            return texts(key);
        }
        if (value.isBoolean()) {
            return flag(key);
        }
        return value.isNumber() ? value.decimalValue() : scalar(key);
    }

    PackSection section(String key) {
        return new PackSection(document, place(key), needed(key), readings);
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
            sections.add(new PackSection(document, place(key + "[" + i + "]"), list.get(i), readings));
        }
        return sections;
    }

    /** Mappings, or a single one; none where the key is left out. */
    List<PackSection> optionalSections(String key) {
        if (!has(key)) {
            return List.of();
        }
        return needed(key).isObject() ? List.of(section(key)) : needed(key).isEmpty() ? List.of() : sections(key);
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

    /** The same, empty where the key is left out. */
    Map<String, PackSection> optionalNamed(String key) {
        return has(key) ? named(key) : Map.of();
    }

    Set<String> keys() {
        return new LinkedHashSet<>(node.propertyNames());
    }

    /** The first reading in which a value of this section stands; absent when all stand here. */
    @Nullable
    String settledBy() {
        for (String key : node.propertyNames()) {
            String reading = settling(key);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /** Every reading in which a value of this section stands, also one of its conditions, in the order of the values. */
    List<String> allSettling() {
        List<String> all = new ArrayList<>();
        settling(node, all);
        return all;
    }

    private static void settling(JsonNode value, List<String> all) {
        if (value.isObject() && value.size() == 1 && value.path("reading").isString()) {
            all.add(value.get("reading").asString());
        } else {
            value.valueStream().forEach(part -> settling(part, all));
        }
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
        return new PackError(List.of(document.problem(place(key), rule)));
    }

    private PackError error(String rule) {
        return new PackError(List.of(document.problem(path, rule)));
    }

    /** The reading in which the value of this key stands; absent when it stands here. */
    private @Nullable String settling(String key) {
        return settling(node.get(key));
    }

    private static @Nullable String settling(@Nullable JsonNode value) {
        return value != null
                        && value.isObject()
                        && value.size() == 1
                        && value.path("reading").isString()
                ? value.get("reading").asString()
                : null;
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
