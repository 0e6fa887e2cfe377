package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of what was built, for the suite to run on: a JVM whose jar is rebuilt under it fails at the next class that it
 * loads, and a build in the same tree must not end a suite that somebody is trying out.
 *
 * @param directory that holds them
 */
record BuiltCopies(Path directory) {

    /** The copy of a jar, or of a directory of jars and of further ones; made anew where the original has changed. */
    Path of(Path built) {
        Path copy = directory.resolve(built.getFileName());
        try {
            return Files.isDirectory(built) ? ofAll(built, copy) : copied(built, copy);
        } catch (IOException e) {
            throw new StartFailure(built + " cannot be copied to " + directory + " (" + e
                    + "): make room there, or choose another place with --data DIR.");
        }
    }

    private static Path ofAll(Path built, Path copies) throws IOException {
        Files.createDirectories(copies);
        for (Path original : list(built)) {
            Path copy = copies.resolve(original.getFileName());
            if (Files.isDirectory(original)) {
                ofAll(original, copy);
            } else {
                copied(original, copy);
            }
        }
        for (Path copy : list(copies)) {
            if (!Files.exists(built.resolve(copy.getFileName()))) {
                Files.delete(copy);
            }
        }
        return copies;
    }

    private static Path copied(Path original, Path copy) throws IOException {
        if (!isCopyOf(original, copy)) {
            Files.createDirectories(copy.getParent());
            Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
            Files.copy(original, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            // A rename, so that nobody ever sees half a jar.
            Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    private static boolean isCopyOf(Path original, Path copy) throws IOException {
        return Files.exists(copy)
                && Files.size(copy) == Files.size(original)
                && Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(original));
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
