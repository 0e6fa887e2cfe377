package dev.aftersales.claims.evidence;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Cleans the name that a client gives a file: no path, no control or format characters, at most 100 characters. */
final class FileName {

    private static final int MAX_LENGTH = 100;

    private FileName() {}

    static @Nullable String cleaned(@Nullable String given) {
        if (given == null) {
            return null;
        }
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\"<>|:*?%]", "")
                .strip();
        name = name.substring(0, Math.min(MAX_LENGTH, name.length()));
        return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? null : name;
    }
}
