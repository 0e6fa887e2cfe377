package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that one suite keeps between two starts, and the lock that only one launcher holds. */
final class DataDirectory implements AutoCloseable {

    /** What the suite makes in here; nothing else is ever deleted. */
    private static final List<String> OWN =
            List.of("broker", "store", "mail", "issuer", "keys", "radar", "logs", "run", "built");

    private static final String LAUNCHER = "launcher";

    private static final String MARK = ".after-sales-data";

    private static final int MASTER_KEY_BYTES = 32;

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Opens the directory, makes it where it is missing, and takes the lock.
     *
     * @throws StartFailure if another launcher holds it, or it cannot be written
     */
    static DataDirectory open(Path path) {
        try {
            claim(path);
            Path root = path.toRealPath();
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            FileChannel channel = FileChannel.open(
                    root.resolve("run").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure("The suite already runs on " + root + pidOf(root)
                        + ": use it, stop it with " + Home.downCommandNaming(root)
                        + ", or give this one its own --data DIR and --port-offset N.");
            }
            Files.writeString(launcherPid(root), ProcessHandle.current().pid() + "\n");
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory " + path + " cannot be used (" + e + "): choose another with --data DIR.");
        }
    }

    /** Only a directory that was empty when the suite came is ever the suite's: {@code --fresh} deletes in it. */
    private static void claim(Path path) throws IOException {
        Files.createDirectories(path);
        Path mark = path.resolve(MARK);
        if (Files.exists(mark)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw new StartFailure(path + " holds other files than the suite's: name an empty or new directory with"
                        + " --data DIR.");
            }
        }
        Files.writeString(mark, "Data of the local after-sales suite; deploy/up --fresh empties it.\n");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static String pidOf(Path root) throws IOException {
        Path file = launcherPid(root);
        return Files.exists(file) ? " (process " + Files.readString(file).strip() + ")" : "";
    }

    private static Path launcherPid(Path root) {
        return root.resolve("run").resolve("launcher.pid");
    }

    Path root() {
        return root;
    }

    Path of(String part) {
        return root.resolve(part);
    }

    Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    Path pidFile(String part) {
        return root.resolve("run").resolve(part + ".pid");
    }

    /**
     * Remembers that business time can be moved on this data.
     *
     * @throws StartFailure if it could be and now shall not: all that was promised since would lie in the future
     */
    void simulating(boolean simulation) {
        Path mark = root.resolve("run").resolve("simulated");
        if (!simulation && Files.exists(mark)) {
            throw new StartFailure("Business time may have been moved ahead on the data in " + root
                    + ", and would go back now: start with --simulation again, or afresh with --fresh.");
        }
        if (simulation) {
            try {
                Files.writeString(mark, "Business time can be moved here.\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes what the suite made here and nothing else; the lock stays held. */
    void wipe() {
        for (String own : OWN) {
            Path directory = root.resolve(own);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    files.sorted(Comparator.reverseOrder()).filter(this::mayGo).forEach(DataDirectory::delete);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /**
     * Every start has its own logs, since those of the start before would hide which trouble is today's; they are put
     * aside, since they may be all that tells of a crash.
     */
    void startLogs() {
        logsIn(previousLogs())
                .filter(log -> !log.getFileName().equals(log(LAUNCHER).getFileName()))
                .forEach(DataDirectory::delete);
        logsIn(root.resolve("logs")).filter(this::mayGo).forEach(this::putAside);
    }

    /** The log of a launcher that will run in the background, empty; the one of the start before is put aside. */
    Path startLauncherLog() {
        Path log = log(LAUNCHER);
        try {
            if (Files.exists(log)) {
                putAside(log);
            }
            return Files.createFile(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path previousLogs() {
        return root.resolve("logs").resolve("previous");
    }

    private static Stream<Path> logsIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putAside(Path log) {
        try {
            Files.createDirectories(previousLogs());
            Files.move(log, previousLogs().resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailure(log + " cannot be moved to " + previousLogs() + ": " + e);
        }
    }

    private boolean mayGo(Path file) {
        return !file.equals(root.resolve("run"))
                && !file.equals(root.resolve("run").resolve("lock"))
                && !file.equals(launcherPid(root))
                && !file.equals(root.resolve("logs"))
                && !file.equals(log(LAUNCHER));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be deleted: " + e);
        }
    }

    /**
     * The key under which claims-service keeps the keys of its customers: 32 bytes in base64, made once, readable by its
     * owner only.
     */
    String masterKey() {
        Path file = root.resolve("keys").resolve("customers-master.key");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] key = new byte[MASTER_KEY_BYTES];
            new SecureRandom().nextBytes(key);
            String encoded = Base64.getEncoder().encodeToString(key);
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "customers-master", ".draft");
            if (Files.getFileStore(draft).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, encoded);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(launcherPid(root));
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
