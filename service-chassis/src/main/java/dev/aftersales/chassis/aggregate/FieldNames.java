package dev.aftersales.chassis.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of fields, each decoded once: documents of a collection have few, and thousands of times the same. Where two
 * names share a place the later one takes it, so that no document can make it grow.
 */
final class FieldNames {

    private static final int PLACES = 1 << 10;

    private final byte[] @Nullable [] bytes = new byte[PLACES][];
    private final @Nullable String[] names = new String[PLACES];

    /** The name in those bytes of the document. */
    String of(byte[] document, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + document[i];
        }
        int place = (hash ^ hash >>> 10) & PLACES - 1;
        String known = names[place];
        byte[] its = bytes[place];
        if (known != null && its != null && Arrays.equals(its, 0, its.length, document, from, to)) {
            return known;
        }
        String name = new String(document, from, to - from, StandardCharsets.UTF_8);
        names[place] = name;
        bytes[place] = Arrays.copyOfRange(document, from, to);
        return name;
    }
}
