package dev.aftersales.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * How one run is to be.
 *
 * @param data where the suite keeps its data; emptied first
 * @param warmUp how long the suite is under load before anything counts
 * @param warmUpRate claims a second meanwhile
 * @param measure how long claims count
 * @param rate claims a second meanwhile
 * @param rounds of the floors, before and again after the load
 * @param records that Kafka's own tool sends in a round
 * @param idle how long the suite is left alone to see what it uses then
 * @param lateAfterMillis from when on a mail counts as late
 */
record Options(
        Path data,
        Duration warmUp,
        double warmUpRate,
        Duration measure,
        double rate,
        int rounds,
        int records,
        Duration idle,
        double lateAfterMillis) {

    static final String USAGE = """
            Usage: deploy/benchmarks/run [options]

              --warm-up SECONDS     under load before anything counts (default 180)
              --warm-up-rate N      claims a second meanwhile (default 10)
              --measure SECONDS     claims that count (default 180)
              --rate N              claims a second meanwhile (default 5)
              --rounds N            rounds of the floors before, and again after (default 3)
              --data DIR            data of the suite, emptied first (default: target/suite of this module)
              --short               a smoke run of a minute or two; its figures say nothing
              --help                this text
            """;

    private static Options standard(Path target) {
        return new Options(
                target.resolve("suite"),
                Duration.ofSeconds(180),
                10,
                Duration.ofSeconds(180),
                5,
                3,
                5_000,
                Duration.ofSeconds(20),
                1_000);
    }

    private Options shortened() {
        return new Options(
                data, Duration.ofSeconds(10), 5, Duration.ofSeconds(10), rate, 1, 500, Duration.ofSeconds(5), 1_000);
    }

    /**
     * Reads the command line.
     *
     * @param target this module's directory for what a build makes
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static Options parse(List<String> arguments, Path target) {
        Options options = standard(target);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            options = name.equals("--short")
                    ? options.shortened()
                    : options.with(name, rest.hasNext() ? rest.next() : "");
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--data" ->
                new Options(Path.of(value), warmUp, warmUpRate, measure, rate, rounds, records, idle, lateAfterMillis);
            case "--warm-up" ->
                new Options(
                        data, seconds(name, value), warmUpRate, measure, rate, rounds, records, idle, lateAfterMillis);
            case "--warm-up-rate" ->
                new Options(data, warmUp, number(name, value), measure, rate, rounds, records, idle, lateAfterMillis);
            case "--measure" ->
                new Options(
                        data, warmUp, warmUpRate, seconds(name, value), rate, rounds, records, idle, lateAfterMillis);
            case "--rate" ->
                new Options(
                        data, warmUp, warmUpRate, measure, number(name, value), rounds, records, idle, lateAfterMillis);
            case "--rounds" ->
                new Options(
                        data,
                        warmUp,
                        warmUpRate,
                        measure,
                        rate,
                        (int) number(name, value),
                        records,
                        idle,
                        lateAfterMillis);
            default -> throw new IllegalArgumentException("There is no option " + name + ": --help names them all.");
        };
    }

    private static Duration seconds(String name, String value) {
        return Duration.ofMillis(Math.round(number(name, value) * 1000));
    }

    private static double number(String name, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number that is none of use.
        }
        throw new IllegalArgumentException("Option " + name + " needs a number above 0, not \"" + value + "\".");
    }
}
