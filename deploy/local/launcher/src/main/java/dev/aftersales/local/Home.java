package dev.aftersales.local;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree that the suite was built in.
 *
 * @param root its top directory
 * @param copies of what was built there; absent where it is used in place
 */
record Home(Path root, @Nullable BuiltCopies copies) {

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
                return new Home(path, null);
            }
        }
        throw new StartFailure("The suite's tree is not at or above " + start + ": start it with deploy/up.");
    }

    /** The same tree, with what was built copied aside into that directory before it is used. */
    Home usingCopiesIn(Path directory) {
        return new Home(root, new BuiltCopies(directory));
    }

    /** The executable jar of a service, as it was built. */
    Path serviceJar(String service) {
        return built(root.resolve(service).resolve("target").resolve(service + "-1.0.0-SNAPSHOT.jar"));
    }

    /** The executable jar of the issuer, as it was built. */
    Path issuerJar() {
        return built(root.resolve("deploy/local/issuer/target/local-issuer-1.0.0-SNAPSHOT.jar"));
    }

    /** What is started of an executable jar: itself, or the program's jar among its unpacked copies. */
    Path program(Path jar) {
        return copies == null
                ? jar
                : copies.of(new UnpackedJar(jar).directory()).resolve(jar.getFileName());
    }

    /** Class path of the broker or the store. */
    String libraries(String of) {
        return inUse(root.resolve(LAUNCHER).resolve("target/lib").resolve(of)) + File.separator + "*";
    }

    /** Class path of the launcher's own programs: these classes, in a jar or not, and their libraries. */
    String ownClassPath() {
        String classes = System.getProperty("java.class.path");
        String libraries = inUse(root.resolve(LAUNCHER).resolve("target/lib/launcher")) + File.separator + "*";
        Path own = Path.of(ownClasses(classes));
        return String.join(
                File.pathSeparator,
                List.of(Files.isRegularFile(own) ? inUse(own).toString() : own.toString(), libraries));
    }

    Path down() {
        return root.resolve("deploy/down");
    }

    /** What a person types in the tree to stop the suite on that directory. */
    String downCommand(Path data) {
        boolean usual = data.normalize().equals(root.resolve(".data"));
        return usual ? "deploy/down" : downCommandNaming(data);
    }

    /** The same for whoever does not know the tree: it names the directory in any case. */
    static String downCommandNaming(Path data) {
        return "deploy/down --data '" + data.toString().replace("'", "'\\''") + "'";
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

    private Path inUse(Path file) {
        return copies == null ? built(file) : copies.of(built(file));
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new StartFailure(file + " is not built: run mvn -DskipTests package, or start with deploy/up.");
        }
        return file;
    }
}
