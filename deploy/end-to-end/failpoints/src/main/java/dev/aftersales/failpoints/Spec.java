package dev.aftersales.failpoints;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One fault as it was ordered: its name and its values. */
record Spec(String fault, Map<String, String> values) {

    Spec {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException when it cannot be read */
    static List<Spec> all(String specification) {
        List<Spec> specs = Stream.of(specification.split(";", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Spec::one)
                .toList();
        if (specs.isEmpty()) {
            throw new IllegalArgumentException("no fault is named");
        }
        return specs;
    }

    private static Spec one(String text) {
        String[] parts = text.split(":", -1);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("\"" + parts[i] + "\" is not key=value in " + text);
            }
            values.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new Spec(parts[0], values);
    }

    Path file() {
        return Path.of(text("file"));
    }

    /** @throws IllegalArgumentException when it is missing */
    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(fault + " needs " + key + "=");
        }
        return value;
    }

    String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /** @throws IllegalArgumentException when it is missing or not a number */
    int number(String key) {
        return Integer.parseInt(text(key));
    }

    int number(String key, int otherwise) {
        return values.containsKey(key) ? number(key) : otherwise;
    }
}
