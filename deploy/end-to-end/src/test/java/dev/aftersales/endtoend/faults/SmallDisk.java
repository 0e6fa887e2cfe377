package dev.aftersales.endtoend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A disk of its own, in memory, which fills up for a reason that lies outside the suite. */
record SmallDisk(Path directory) implements AutoCloseable {

    private static final int BLOCK = 256 * 1024;

    /** Skips the test where mounting is not allowed. */
    static SmallDisk mountedAt(Path directory, int megabytes) {
        Round.assume(
                "full-disk",
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "small-disk", directory.toString()),
                "a small disk cannot be mounted here: only root on Linux may");
        return new SmallDisk(directory);
    }

    /** To the last byte. */
    void fill() {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
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

    /** Gives back all that was filled. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    /** Also while something still uses it: the disk is then gone with its last user. */
    @Override
    public void close() {
        if (!run("umount", "-l", directory.toString())) {
            throw new IllegalStateException(directory + " cannot be unmounted");
        }
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
