package dev.aftersales.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own, in memory, that another process fills: this one. */
final class SmallDisk implements AutoCloseable {

    private final Path directory;
    private volatile boolean greedy;
    private Thread eater = new Thread();

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Skips the test where mounting is not allowed. */
    static SmallDisk mountedAt(Path directory, int megabytes) {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "small-disk", directory.toString()),
                "a small disk cannot be mounted here: only root on Linux may");
        return new SmallDisk(directory);
    }

    /** To the last byte, once. */
    void fill() {
        ByteBuffer bytes = ByteBuffer.allocate(256 * 1024);
        try (FileChannel channel = FileChannel.open(
                filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.capacity() > 0) {
                try {
                    channel.write(bytes.clear());
                } catch (IOException full) {
                    bytes = ByteBuffer.allocate(bytes.capacity() / 2);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To the last byte, again and again: whatever anybody gives up is gone at once. */
    void keepFull() {
        greedy = true;
        eater = Thread.ofPlatform().daemon().name("eater").start(() -> {
            while (greedy) {
                fill();
            }
        });
    }

    void free() {
        greedy = false;
        try {
            eater.join();
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    @Override
    public void close() {
        free();
        run("umount", "-l", directory.toString());
    }

    private static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such command
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
