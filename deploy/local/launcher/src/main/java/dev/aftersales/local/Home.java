package dev.aftersales.local;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The tree that the suite was built in.
 *
 * @param root its top directory
 */
record Home(Path root) {

    private static final String LAUNCHER = "deploy/local/launcher";

    /**
     * The tree around the working directory, or the one that {@code aftersales.home} names.
     *
     * @throws StartFailure if there is none
     */
    static Home find() {
        String named = System.getProperty("aftersales.home", "");
        Path start = Path.of(named).toAbsolutePath();
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve(LAUNCHER))) {
                return new Home(path);
            }
        }
        throw new StartFailure("The suite's tree is not at or above " + start + ": start it with deploy/up.");
    }

    /** The executable jar of a service. */
    Path serviceJar(String service) {
        return built(root.resolve(service).resolve("target").resolve(service + "-1.0.0-SNAPSHOT.jar"));
    }

    Path issuerJar() {
        return built(root.resolve("deploy/local/issuer/target/local-issuer-1.0.0-SNAPSHOT.jar"));
    }

    /** Class path of the broker or the store. */
    String libraries(String of) {
        return built(root.resolve(LAUNCHER).resolve("target/lib").resolve(of)) + File.separator + "*";
    }

    /** Class path of the launcher's own programs: these classes, in a jar or not, and their libraries. */
    String ownClassPath() {
        String classes = System.getProperty("java.class.path");
        String libraries = root.resolve(LAUNCHER).resolve("target/lib/launcher") + File.separator + "*";
        return String.join(File.pathSeparator, List.of(ownClasses(classes), libraries));
    }

    Path down() {
        return root.resolve("deploy/down");
    }

    private static String ownClasses(String otherwise) {
        try {
            return Path.of(Home.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            return otherwise;
        }
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new StartFailure(file + " is not built: run mvn -DskipTests package, or start with deploy/up.");
        }
        return file;
    }
}
