package dev.aftersales.failpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a fault's file: {@code <what> <fault> key=value ...}.
 *
 * @param fault its name in the specification
 * @param values depend on the fault
 */
public record Entry(What what, String fault, Map<String, String> values) {

    /** What is told. */
    public enum What {
        /** A place was found and changed; key {@code target}. */
        ARMED,
        /** A place was not found, so that the fault cannot happen there; keys {@code target} and {@code reason}. */
        MISSING,
        /** The fault happens, now. */
        HIT
    }

    /** The lines of a file, in the order of their writing; none when it is not there. A half line at its end is left out. */
    public static List<Entry> in(Path file) {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Entry::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hits in a file. */
    public static List<Entry> hits(Path file) {
        return in(file).stream().filter(entry -> entry.what() == What.HIT).toList();
    }

    /** The value of that key; absent when the fault tells no such thing. */
    public @Nullable String value(String key) {
        return values.get(key);
    }

    String line() {
        StringBuilder line = new StringBuilder(what.name()).append(' ').append(fault);
        // A blank ends a value.
        values.forEach((key, value) -> line.append(' ').append(key).append('=').append(value.replaceAll("\\s", "_")));
        return line.append('\n').toString();
    }

    private static Entry of(String line) {
        String[] words = line.split(" ", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            values.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new Entry(What.valueOf(words[0]), words[1], values);
    }
}
