package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Puts what stands in a pack into words: names of its parts by {@code policy-versions/words.yaml}, codes by the vocabulary
 * and the pack itself.
 */
final class DiffWords {

    private static final Map<String, Map<String, Text>> WORDS = read();
    private static final Text ENUMERATION = new Text(", ", "、");
    private static final int LONGEST_VALUE = 400;

    private final CompiledPolicy policy;
    private final Map<String, String> settled = new HashMap<>();

    /** @param source whose codes and readings are spoken of */
    DiffWords(PolicySource source) {
        this.policy = source.policy();
        settle(source.tree(), null);
    }

    /** Remembers which field each reading settles: what its value is called depends on it. */
    private void settle(JsonNode node, @Nullable String field) {
        if (field != null && node.isObject() && node.size() == 1 && node.has("reading")) {
            settled.putIfAbsent(node.get("reading").asString(), field);
        }
        node.properties().forEach(part -> settle(part.getValue(), part.getKey()));
        node.valueStream().filter(JsonNode::isContainer).forEach(part -> {
            if (node.isArray()) {
                settle(part, field);
            }
        });
    }

    /** The field that a reading settles; absent where none takes its value. */
    @Nullable
    String settledBy(String reading) {
        return settled.get(reading);
    }

    /** The sections that have a name, in the order in which they are told. */
    static List<String> sections() {
        return List.copyOf(words("sections").keySet());
    }

    static Text section(String key) {
        return named("sections", key);
    }

    /** A key: the name of a field, or a code that the pack says something of. */
    Text key(String key) {
        Text field = words("fields").get(key);
        return field == null ? code(key, null) : field;
    }

    private static Text named(String group, String key) {
        return words(group).getOrDefault(key, new Text(key, key));
    }

    private static Map<String, Text> words(String group) {
        return WORDS.getOrDefault(group, Map.of());
    }

    /** A value, a list or a whole rule. */
    Text of(JsonNode node) {
        return of(node, null);
    }

    /** @param field whose value it is: one code may mean another thing elsewhere; absent where it is no field's */
    Text of(JsonNode node, @Nullable String field) {
        Text said = said(node, field);
        return new Text(shortened(said.en()), shortened(said.zh()));
    }

    private Text said(JsonNode node, @Nullable String field) {
        if (node.isArray()) {
            return joined(node.valueStream().map(each -> said(each, field)).toList(), ENUMERATION);
        }
        if (!node.isObject()) {
            return value(node.asString(), field);
        }
        if (node.size() == 1 && node.has("reading")) {
            return reading(node.get("reading").asString(), field);
        }
        if (node.has("en") && node.has("zh")) {
            Text text = new Text(node.get("en").asString(), node.get("zh").asString());
            return node.has("value")
                    ? joined(List.of(text, value(node.get("value").asString(), field)), new Text(" = ", " = "))
                    : text;
        }
        List<Text> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : node.properties()) {
            if (!part.getKey().equals("clause")) {
                Text name = key(part.getKey());
                Text value = said(part.getValue(), part.getKey());
                parts.add(new Text(name.en() + " " + value.en(), name.zh() + " " + value.zh()));
            }
        }
        return joined(parts, new Text("; ", "；"));
    }

    private Text reading(String id, @Nullable String field) {
        Reading reading = policy.rules().readings().get(id);
        String value = reading == null ? null : reading.value();
        if (value == null) {
            return new Text("reading " + id, "解读 " + id);
        }
        Text said = value(value, field);
        return new Text(said.en() + " (reading " + id + ")", said.zh() + "（解读 " + id + "）");
    }

    private Text value(String value, @Nullable String field) {
        if (value.startsWith("P")) {
            try {
                return period(Period.parse(value));
            } catch (DateTimeParseException e) {
                // A code that begins with P.
                return code(value, field);
            }
        }
        return switch (value) {
            case "true" -> new Text("yes", "是");
            case "false" -> new Text("no", "否");
            default -> code(value, field);
        };
    }

    private Text code(String code, @Nullable String field) {
        Text there = words("valuesOf").get(field + "." + code);
        Text word = there == null ? words("values").get(code) : there;
        return word == null ? policy.words(code) : word;
    }

    private static Text period(Period period) {
        List<Text> parts = new ArrayList<>();
        part(parts, period.getYears(), "year", "年");
        part(parts, period.getMonths(), "month", "个月");
        part(parts, period.getDays(), "day", "天");
        return joined(parts, new Text(" ", ""));
    }

    private static void part(List<Text> parts, int number, String en, String zh) {
        if (number != 0) {
            parts.add(new Text(number + " " + en + (number == 1 ? "" : "s"), number + zh));
        }
    }

    private static Text joined(List<Text> texts, Text between) {
        return new Text(
                String.join(between.en(), texts.stream().map(Text::en).toList()),
                String.join(between.zh(), texts.stream().map(Text::zh).toList()));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_VALUE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
    }

    private static Map<String, Map<String, Text>> read() {
        try (InputStream words = DiffWords.class.getResourceAsStream("/policy-versions/words.yaml")) {
            if (words == null) {
                throw new IllegalStateException("policy-versions/words.yaml is missing");
            }
            return new YAMLMapper().readValue(words, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
