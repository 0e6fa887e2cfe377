package dev.aftersales.endtoend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run found, for people: printed and kept in {@code target/faults/figures-<round>.txt}. */
final class Figures {

    private static final Path FILE =
            Path.of("target", "faults", "figures-" + Round.wanted().name().toLowerCase(Locale.ROOT) + ".txt");

    static {
        try {
            // A file tells of one round.
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final String run;
    private final List<String> lines = new ArrayList<>();

    Figures(String run) {
        this.run = run;
    }

    /** A figure without a limit. */
    void add(String what, Object value) {
        line(what, String.valueOf(value), "");
    }

    /**
     * A time that was promised. A miss is told and does not fail the build: the machine's load is in it, too. What may
     * never be is for the assertions.
     */
    void add(String what, Duration value, Duration limit) {
        line(what, seconds(value), (value.compareTo(limit) <= 0 ? "ok" : "MISS") + " (limit " + seconds(limit) + ")");
    }

    /** A ratio that was promised. A miss is told and does not fail the build, as with a time. */
    void add(String what, double ratio, double limit) {
        line(
                what,
                String.format(Locale.ROOT, "%.2f", ratio),
                (ratio <= limit ? "ok" : "MISS") + String.format(Locale.ROOT, " (limit %.2f)", limit));
    }

    /** A count that should be 0 and is no loss. */
    void shouldBeNone(String what, long count) {
        line(what, String.valueOf(count), count == 0 ? "ok" : "MISS (should be 0)");
    }

    private synchronized void line(String what, String value, String verdict) {
        lines.add(String.format(Locale.ROOT, "  %-62s %14s  %s", what, value, verdict)
                .stripTrailing());
    }

    void tell() {
        tell(run + " (" + Round.wanted().name().toLowerCase(Locale.ROOT) + " round)\n" + String.join("\n", lines)
                + "\n");
    }

    /** A run that did not take place must not look like one without findings. */
    static void notRun(String run, String why) {
        tell(run + ": NOT RUN, " + why + "\n");
    }

    private static void tell(String text) {
        System.out.print(text);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
