package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An executable jar taken apart beside itself, by the tool that it carries: plain jars load faster than jars in a jar, and
 * only of them can a JVM keep an archive of the classes that it loaded.
 *
 * @param jar that holds the service and its libraries
 */
record UnpackedJar(Path jar) {

    /**
     * The directory of the program's jar, which has the name of this one, and of its libraries; made anew where this one
     * has changed.
     *
     * @throws StartFailure if it cannot be made
     */
    Path directory() {
        Path directory = unpacked().resolve(name());
        try {
            if (!isOfThis(directory)) {
                Path fresh = directory.resolveSibling(name() + ".new");
                delete(fresh);
                extractTo(fresh);
                stampAll(fresh);
                delete(directory);
                Files.move(fresh, directory);
            }
        } catch (IOException e) {
            throw failure(e.toString());
        }
        return directory;
    }

    /**
     * Where the JVM of that part keeps its archive of loaded classes. It writes the file when it ends in good order and the
     * file is not there or is of another build, and it maps it when it starts.
     */
    Path archive(String part) {
        return unpacked().resolve(part + ".jsa");
    }

    private Path unpacked() {
        return jar.resolveSibling("unpacked");
    }

    private String name() {
        String file = jar.getFileName().toString();
        return file.substring(0, file.length() - ".jar".length());
    }

    private boolean isOfThis(Path directory) throws IOException {
        return Files.isDirectory(directory)
                && Files.getLastModifiedTime(directory).equals(Files.getLastModifiedTime(jar));
    }

    private void extractTo(Path directory) throws IOException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes());
        try {
            if (tool.waitFor() != 0) {
                throw failure(said.strip());
            }
        } catch (InterruptedException e) {
            tool.destroyForcibly();
            Thread.currentThread().interrupt();
            throw failure("interrupted");
        }
    }

    /**
     * All files get the age of the whole: by age and size a copy, and an archive of classes, is known to be of this build,
     * and a module that is built anew keeps its name and often its size.
     */
    private void stampAll(Path directory) throws IOException {
        FileTime age = Files.getLastModifiedTime(jar);
        try (Stream<Path> files = Files.walk(directory)) {
            // The directories last: they age with what is in them.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.setLastModifiedTime(file, age);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private StartFailure failure(String why) {
        return new StartFailure(jar + " cannot be taken apart in " + unpacked() + " (" + why
                + "): make room there and let it be written, or build it anew with mvn -DskipTests package.");
    }
}
