package dev.aftersales.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One part as a process: started, probed until ready, stopped; with a log file and a pid file. */
final class PartProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final Part part;
    private final DataDirectory data;
    private final Consumer<String> onDeath;
    private @Nullable Process process;
    private boolean wanted;

    /** @param onDeath hears one sentence when the part ends although nobody asked it to */
    PartProcess(Part part, DataDirectory data, Consumer<String> onDeath) {
        this.part = part;
        this.data = data;
        this.onDeath = onDeath;
    }

    Part part() {
        return part;
    }

    Path log() {
        return data.log(part.name());
    }

    synchronized long pid() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(part.name() + " does not run");
        }
        return process.pid();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * Starts the part and returns when it is ready.
     *
     * @throws StartFailure if it ends or does not get ready
     */
    void start() throws InterruptedException {
        part.refuseTakenPorts();
        Part.First first = part.first();
        if (first != null && !Files.exists(first.done())) {
            Process once = run(first.command());
            if (once.waitFor() != 0) {
                throw new StartFailure(ended(once));
            }
        }
        Process started = launch();
        started.onExit().thenAccept(this::hearEnd);
        awaitReady(started);
    }

    private synchronized Process launch() {
        wanted = true;
        Process started = run(part.command());
        process = started;
        try {
            Files.writeString(data.pidFile(part.name()), started.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return started;
    }

    private Process run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(Keeper.shielded(command))
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(part.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartFailure(part.name() + " cannot be started: " + e.getMessage());
        }
    }

    private void awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!part.probe().passes()) {
            if (!started.isAlive()) {
                throw new StartFailure(ended(started));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(part.name() + " was not ready within " + PATIENCE.toSeconds() + " s: "
                        + new LogFile(log()).lastTrouble().orElse("it wrote no reason")
                        + " (start again with deploy/up: the data is kept; log: " + log() + ")");
            }
            Thread.sleep(BETWEEN_PROBES);
        }
    }

    private void hearEnd(Process ended) {
        synchronized (this) {
            if (!wanted || ended != process) {
                return;
            }
        }
        onDeath.accept(ended(ended));
    }

    private String ended(Process process) {
        return new Ending(part.name(), process.exitValue(), new LogFile(log()).lastTrouble(), log()).sentence();
    }

    /** Asks the part to stop, without waiting. */
    synchronized void askToStop() {
        wanted = false;
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits until it has stopped; when the time is over it is killed. */
    void awaitStop(Duration atMost) throws InterruptedException {
        Process stopping;
        synchronized (this) {
            stopping = process;
        }
        if (stopping == null) {
            return;
        }
        if (!stopping.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            stopping.destroyForcibly();
            stopping.waitFor();
        }
        forget();
    }

    /** Kills the part, as a crash would, and returns when it is gone. */
    void kill() throws InterruptedException {
        Process killed;
        synchronized (this) {
            wanted = false;
            killed = process;
        }
        if (killed != null) {
            killed.destroyForcibly();
            killed.waitFor();
            forget();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(data.pidFile(part.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
