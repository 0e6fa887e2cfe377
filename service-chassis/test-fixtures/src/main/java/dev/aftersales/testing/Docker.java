package dev.aftersales.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
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
        List<Logger> loggers = List.of(logger("org.testcontainers"), logger("tc"), logger("com.github.dockerjava"));
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            loggers.forEach(logger -> logger.setLevel(Level.WARN));
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
