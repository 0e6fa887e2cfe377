package dev.aftersales.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that no process outlives its launcher, not even one that was killed. It reads a pipe whose other end only
 * the launcher holds, and when that end is gone, for whatever reason, it stops what the pid files still name.
 */
final class Keeper implements AutoCloseable {

    private static final String SETSID = "setsid";

    private final Process process;

    private Keeper(Process process) {
        this.process = process;
    }

    static Keeper watch(Home home, DataDirectory data) {
        List<String> command = shielded(List.of(
                "/bin/sh",
                "-c",
                "cat > /dev/null; exec \"$0\" --orphans --data \"$1\"",
                home.down().toString(),
                data.root().toString()));
        try {
            return new Keeper(new ProcessBuilder(command)
                    .redirectOutput(data.log("keeper").toFile())
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier launcher left behind. */
    static void clear(Home home, DataDirectory data) {
        try {
            Process process = new ProcessBuilder(
                            home.down().toString(),
                            "--orphans",
                            "--data",
                            data.root().toString())
                    .redirectOutput(data.log("keeper").toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The command out of reach of the terminal's Ctrl-C and hang-up: only the launcher hears those, and stops the parts in
     * their order.
     */
    static List<String> shielded(List<String> command) {
        List<String> shielded = new ArrayList<>();
        if (onPath(SETSID)) {
            shielded.add(SETSID);
        }
        shielded.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        shielded.addAll(command);
        return shielded;
    }

    static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .anyMatch(directory ->
                        Path.of(directory).resolve(program).toFile().canExecute());
    }

    /** Lets go of the pipe: with all parts stopped there is nothing left to do. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
