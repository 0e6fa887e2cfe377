package dev.aftersales.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers, asked once. */
final class Docker {

    private static final boolean AVAILABLE = ask();

    private Docker() {}

    static boolean isAvailable() {
        return AVAILABLE;
    }

    /** Quietly: without an engine the client logs every way it tried as an error, and a missing engine is none. */
    private static boolean ask() {
        List<Logger> loggers = Stream.of("org.testcontainers", "tc", "com.github.dockerjava")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        List<Optional<Level>> levels = loggers.stream()
                .map(logger -> Optional.ofNullable(logger.getLevel()))
                .toList();
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).setLevel(levels.get(i).orElse(null));
            }
        }
    }
}
