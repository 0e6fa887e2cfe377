package dev.aftersales.benchmarks;

import dev.aftersales.benchmarks.floors.Floor;
import dev.aftersales.benchmarks.load.Latencies;
import dev.aftersales.benchmarks.traces.OneClaim;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The figures for people. */
final class Table {

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void print(Figures figures) {
        conditions(figures.conditions());
        load(figures.load());
        floors(figures.floors());
        processor(figures.processor());
        memory(figures.memory());
        oneClaim(figures.oneClaim());
    }

    private void conditions(Figures.Conditions conditions) {
        heading("Conditions");
        say("started %s, options %s", conditions.startedAt(), conditions.arguments());
        say("%d processors, JDK %s, %s", conditions.processors(), conditions.jdk(), conditions.store());
        conditions.jvmOptions().forEach((part, options) -> say("  %-21s %s", part, String.join(" ", options)));
        say(
                "strangers kept %.2f processors busy during the measurement; load average %s",
                conditions.processorsOfOthers(), conditions.loadAverage());
    }

    private void load(Figures.Load load) {
        heading("Load, latencies in ms from the moment the claim was due");
        say(
                "%d claims at %.1f/s after %.0f s of warm-up at %.1f/s; mailed %d, late (over %.0f ms) %d, lost %d, refused %d",
                load.due(),
                load.perSecond(),
                load.warmUpSeconds(),
                load.warmUpPerSecond(),
                load.mailed(),
                load.lateAfterMillis(),
                load.late(),
                load.lost().size(),
                load.failures().size());
        load.lost().stream().limit(5).forEach(claim -> say("  lost %s", claim));
        load.failures().stream().distinct().limit(5).forEach(why -> say("  refused: %s", why));
        latencies("POST -> parts-released mail accepted", load.mailMillis());
        latencies("POST -> 201", load.postMillis());
        latencies("sent late by the load generator", load.slipMillis());
    }

    private void latencies(String what, Map<String, Double> millis) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-58s", what));
        millis.forEach((name, value) -> line.append(String.format(Locale.ROOT, "  %s %8.2f", name, value)));
        say("%s", line);
    }

    private void floors(List<Floor> floors) {
        heading("Floors, ms, medians of the rounds");
        say("%-58s %27s   %27s", "", "before: average p50 p99", "after: average p50 p99");
        for (Floor floor : floors) {
            say("%-62s %s      %s", floor.name(), medians(floor.before()), medians(floor.after()));
        }
    }

    private static String medians(List<Floor.Round> rounds) {
        return String.format(
                Locale.ROOT,
                "%7.3f %7.3f %7.3f",
                median(rounds, Floor.Round::average),
                median(rounds, Floor.Round::p50),
                median(rounds, Floor.Round::p99));
    }

    private static double median(List<Floor.Round> rounds, ToDoubleFunction<Floor.Round> figure) {
        return Latencies.median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private void processor(Figures.Processor processor) {
        heading("Processor time");
        say(
                "%.1f CPU-ms per claim over all JVMs; %.1f with the idle use (%.1f ms/s) subtracted",
                processor.grossPerClaim(), processor.netPerClaim(), processor.idleMillisPerSecond());
        processor.netByPart().forEach((part, millis) -> say("  %-21s %7.2f", part, millis));
        say("  load generator (not in the above) %.1f", processor.benchmarkPerClaim());
        say("%.2f writes to the store per claim under load, idle ones subtracted", processor.writesPerClaim());
    }

    private void memory(Figures.Memory memory) {
        heading("Memory of the whole suite, MiB");
        say("limit %.0f", memory.limit());
        say("proportional %.0f: %s", memory.proportional(), judged(memory.proportional(), memory.limit()));
        say(
                "resident     %.0f: %s (pages of several count several times)",
                memory.resident(), judged(memory.resident(), memory.limit()));
        say("resident by part:");
        memory.residentByPart().forEach((part, size) -> say("  %-21s %7.0f", part, size));
    }

    private static String judged(double size, double limit) {
        return size <= limit ? "within" : "OVER";
    }

    private void oneClaim(OneClaim one) {
        heading("One claim, traced, alone in the suite");
        say(
                "mail accepted after %.2f ms; %d broker hops on the way to it; %d records and %.0f writes in all",
                one.mailMillis(),
                one.hops(),
                one.records().size(),
                one.writes().values().stream().mapToDouble(Double::doubleValue).sum());
        say("records:");
        Map<String, Long> counted = new TreeMap<>();
        one.records().forEach(sent -> counted.merge(sent, 1L, Long::sum));
        counted.forEach((sent, count) -> say("  %d x %s", count, sent));
        say("writes to the store:");
        one.writes().forEach((command, count) -> say("  %5.1f x %s", count, command));
        say("reads:");
        one.reads().forEach((command, count) -> say("  %5.1f x %s", count, command));
        say("spans: start, duration");
        one.timeline().forEach(line -> say("%s", line));
    }

    private void heading(String text) {
        out.println();
        out.println("== " + text);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
