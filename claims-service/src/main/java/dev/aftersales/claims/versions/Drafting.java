package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.PackError;
import dev.aftersales.claims.policies.PackProblem;
import dev.aftersales.claims.policies.PackReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a pack that somebody handed in: the policy, or what is wrong with it. */
final class Drafting {

    /** A pack is one event and one document, with room for what stands beside it; the shipped ones have 20 KB. */
    static final int MOST_BYTES = 192 * 1024;

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.]*(-[A-Za-z0-9.]+)+");
    private static final int LONGEST = 40;

    private final PackReader reader;

    Drafting(PackReader reader) {
        this.reader = reader;
    }

    /** What became of the reading. */
    sealed interface Read {

        /** A policy. */
        record Good(CompiledPolicy policy) implements Read {}

        /** What is wrong, with file, line or place, and rule. */
        record Bad(List<Map<String, Object>> errors) implements Read {
            public Bad {
                errors = List.copyOf(errors);
            }
        }
    }

    /** @param name by which messages call the pack */
    Read read(String name, String pack) {
        try {
            CompiledPolicy policy = reader.compileHandedIn(name, pack);
            String version = policy.version();
            String prefix = policy.rules().policy() + "-";
            if (!version.startsWith(prefix) || !VERSION.matcher(version).matches() || version.length() > LONGEST) {
                return new Read.Bad(List.of(Map.of(
                        "file",
                        name,
                        "place",
                        "version",
                        "rule",
                        "must be " + prefix + " and then letters, digits and dots, for example " + prefix + "2")));
            }
            return new Read.Good(policy);
        } catch (PackError e) {
            return new Read.Bad(e.problems().stream().map(Drafting::shown).toList());
        }
    }

    private static Map<String, Object> shown(PackProblem problem) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("file", problem.file());
        if (problem.line() > 0) {
            shown.put("line", problem.line());
        }
        shown.put("place", problem.path());
        shown.put("rule", problem.rule());
        return shown;
    }

    /**
     * A pack that was found good before.
     *
     * @throws PackError when this release does not take it any more
     */
    CompiledPolicy stored(PolicyVersion version) {
        return reader.compile(fileOf(version), version.pack());
    }

    /** The same, taking effect at another instant than the pack says itself. */
    CompiledPolicy stored(PolicyVersion version, Instant effectiveFrom) {
        return reader.compile(reader.read(fileOf(version), version.pack()).as(version.id(), effectiveFrom));
    }

    /**
     * Readings of its pack on which no rule rests: to change one would change nothing.
     *
     * @throws PackError when this release does not take the pack any more
     */
    List<PackProblem> idleReadings(PolicyVersion version) {
        return reader.idleReadings(fileOf(version), version.pack());
    }

    private static String fileOf(PolicyVersion version) {
        return version.id() + ".yaml";
    }
}
