package dev.aftersales.chassis.problems;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Somebody named what nobody knows: an entry of a problem's {@code errors} that says what is known there. */
public final class UnknownName {

    private UnknownName() {}

    /**
     * The entry.
     *
     * @param field where it was named
     * @param known what may be named there, in the order in which it is told; none where nothing may
     */
    public static Map<String, Object> error(String field, String named, Collection<String> known) {
        return Map.of(
                "field",
                field,
                "rule",
                "known",
                "detail",
                known.isEmpty()
                        ? "none is known here, and " + named + " is none"
                        : "one of " + String.join(", ", known) + "; " + named + " is none of them",
                "known",
                List.copyOf(known));
    }
}
