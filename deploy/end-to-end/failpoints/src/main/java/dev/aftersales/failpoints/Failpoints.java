package dev.aftersales.failpoints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java agent, and for tests the way to it. A specification is {@code <fault>:file=<path>[:key=value...]}, several
 * separated by a semicolon; the faults and their keys stand in the README of this module.
 */
public final class Failpoints {

    private Failpoints() {}

    /**
     * The JVM option that starts a service with these faults.
     *
     * @throws IllegalArgumentException when the specification names no known fault, or lacks a key
     * @throws IllegalStateException when the jar is not built yet, which the phase {@code package} does
     */
    public static String option(String specification) {
        Spec.all(specification).forEach(spec -> Faults.of(spec, new Journal(spec)));
        return "-javaagent:" + jar() + "=" + specification;
    }

    /** Called by the JVM before the service's own {@code main}; an exception keeps the service from starting. */
    public static void premain(String specification, Instrumentation instrumentation) {
        List<Failpoint> failpoints = new ArrayList<>();
        for (Spec spec : Spec.all(specification)) {
            failpoints.addAll(Faults.of(spec, new Journal(spec)));
        }
        Switchboard.connect(failpoints);
        new Installation(failpoints).on(instrumentation);
    }

    private static Path jar() {
        Path own = own();
        if (Files.isRegularFile(own)) {
            return own;
        }
        // The plain classes, as in a reactor that has not packaged this module: the jar lies beside them.
        try (Stream<Path> beside = Files.list(own.resolveSibling(""))) {
            return beside.filter(file -> file.getFileName().toString().matches("failpoints-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no failpoints jar beside " + own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path own() {
        try {
            return Path.of(Failpoints.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
