package dev.aftersales.benchmarks.decisions;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How one run is to be.
 *
 * @param forks JVMs for each figure, one after the other
 * @param warmUps seconds in each of them before anything counts
 * @param measured seconds that count
 */
record Options(int forks, int warmUps, int measured) {

    static final String USAGE = """
            Usage: deploy/benchmarks/decisions/run [options]

              --forks N   JVMs for each figure, of which the middle one is shown (default 3)
              --short     a smoke run of a minute or two; its figures say nothing
              --help      this text
            """;

    private static final Predicate<String> COUNT =
            Pattern.compile("[1-9][0-9]?").asMatchPredicate();
    private static final Options STANDARD = new Options(3, 8, 5);
    private static final Options SHORT = new Options(1, 1, 1);

    /**
     * What the command line asks for.
     *
     * @throws IllegalArgumentException with the usage when it asks for something else
     */
    static Options of(List<String> arguments) {
        if (arguments.isEmpty()) {
            return STANDARD;
        }
        if (arguments.equals(List.of("--short"))) {
            return SHORT;
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--forks") && COUNT.test(arguments.getLast())) {
            return new Options(Integer.parseInt(arguments.getLast()), STANDARD.warmUps, STANDARD.measured);
        }
        throw new IllegalArgumentException("Not understood: " + String.join(" ", arguments) + "\n\n" + USAGE);
    }
}
