package dev.aftersales.benchmarks.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.json.JsonMapper;

/** Runs the benchmark: first sees that all decide alike, then measures them in turn, and says what it saw. */
public final class Decisions {

    private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");
    private static final double MICROS_PER_SECOND = 1_000_000;

    private Decisions() {}

    /** Writes its figures to the file that the system property {@code aftersales.benchmarks.figures} names. */
    public static void main(String[] arguments) throws RunnerException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Suite suite = new Suite();
        Agreement.check(new Camunda(), suite);
        Agreement.check(new Drools(), suite);

        Instant started = Instant.now();
        double loadBefore = loadAverage();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DecisionsBenchmark.class.getName())
                        .mode(Mode.Throughput)
                        .mode(Mode.SampleTime)
                        .addProfiler(GCProfiler.class)
                        .forks(options.forks())
                        .warmupIterations(options.warmUps())
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(options.measured())
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgsAppend(JVM_OPTIONS.toArray(String[]::new))
                        .shouldFailOnError(true)
                        .build())
                .run();
        Figures figures = new Figures(
                new Figures.Conditions(
                        started.toString(),
                        options,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        JVM_OPTIONS,
                        List.of(loadBefore, loadAverage())),
                deciders(results));
        new Table(System.out).print(figures);
        write(figures, Path.of(System.getProperty("aftersales.benchmarks.figures", "figures.json")));
    }

    private static Map<String, Figures.Decided> deciders(Collection<RunResult> results) {
        Map<String, Figures.Decided> deciders = new TreeMap<>();
        for (RunResult result : results) {
            String label = result.getPrimaryResult().getLabel();
            Figures.Decided decided = deciders.computeIfAbsent(
                    label,
                    name -> new Figures.Decided(
                            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                Result<?> primary = fork.getPrimaryResult();
                if (result.getParams().getMode() == Mode.Throughput) {
                    decided.perSecond().add(primary.getScore());
                    decided.bytes().add(allocated(fork));
                } else {
                    decided.p50Micros().add(primary.getStatistics().getPercentile(50) * MICROS_PER_SECOND);
                    decided.p99Micros().add(primary.getStatistics().getPercentile(99) * MICROS_PER_SECOND);
                }
            }
        }
        return deciders;
    }

    private static double allocated(BenchmarkResult fork) {
        return fork.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the profiler counted no bytes"));
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void write(Figures figures, Path file) {
        try {
            Files.write(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        } catch (IOException e) {
            throw new UncheckedIOException("the figures cannot be written to " + file, e);
        }
    }
}
