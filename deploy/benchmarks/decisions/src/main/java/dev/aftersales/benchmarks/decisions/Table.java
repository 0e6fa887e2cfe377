package dev.aftersales.benchmarks.decisions;

import static dev.aftersales.benchmarks.decisions.Figures.median;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The figures for people. */
final class Table {

    private static final String OURS = "suite";
    private static final List<String> OTHERS = List.of("camunda", "drools");

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void print(Figures figures) {
        Figures.Conditions conditions = figures.conditions();
        say("");
        say(
                "%d processors, JDK %s, %s; load average %s; medians of %d forks",
                conditions.processors(),
                conditions.jdk(),
                String.join(" ", conditions.jvmOptions()),
                conditions.loadAverage(),
                conditions.options().forks());
        say("%-18s %12s %27s %9s %9s %9s", "", "decisions/s", "least - most of the forks", "p50 us", "p99 us", "bytes");
        figures.deciders().forEach(this::row);

        double fasterOfThem = OTHERS.stream()
                .mapToDouble(other -> median(figures.of(other).perSecond()))
                .max()
                .orElseThrow();
        double ours = median(figures.of(OURS).perSecond());
        say("");
        say("The suite decides %.1f times as fast as the faster of the two.", ours / fasterOfThem);
    }

    private void row(String name, Figures.Decided decided) {
        say(
                "%-18s %,12.0f %,13.0f -%,12.0f %9.2f %9.2f %,9.0f",
                name,
                median(decided.perSecond()),
                Collections.min(decided.perSecond()),
                Collections.max(decided.perSecond()),
                median(decided.p50Micros()),
                median(decided.p99Micros()),
                median(decided.bytes()));
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
