package dev.aftersales.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a part ended although nobody asked it to.
 *
 * @param exitCode what the process left; 128 and more for a signal, as a shell tells it
 * @param reason what the part itself said of an error, where it did
 * @param log the file with everything that it wrote
 */
record Ending(String part, int exitCode, Optional<String> reason, Path log) {

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;

    /** What happened, why, and what to do. */
    String sentence() {
        return switch (exitCode) {
            case KILLED, TERMINATED -> fact() + ": " + again();
            default -> fact() + ". When that is mended, " + again();
        };
    }

    /** What happened and why, with nothing behind it. */
    String fact() {
        return switch (exitCode) {
            // A signal comes from elsewhere, so no line of the part's own log can be its reason.
            case KILLED -> part + " was killed from outside, or because the machine ran out of memory (exit code 137)";
            case TERMINATED -> part + " was stopped from outside (exit code 143)";
            default ->
                part + " stopped with exit code " + exitCode + ": "
                        + reason.orElse("it wrote no reason").replaceAll("[.\\s]+$", "");
        };
    }

    private String again() {
        return "start again with deploy/up: the data is kept; log: " + log;
    }
}
