package dev.aftersales.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One part as a process: started, probed until ready, frozen, stopped; with a log file and a pid file.
 *
 * <p>Whatever is asked of it gives it a new turn. Who brings back a part that ended does so within the turn in which it
 * ended, and so never acts against what was asked later.
 */
final class PartProcess {

    /** For a part that lives and does nothing. One that cannot start ends, and is told at once; a starved one takes long. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final Part part;
    private final DataDirectory data;
    private final Duration patience;
    private final Consumer<UnaskedEnd> onUnaskedEnd;
    private @Nullable Process process;
    private boolean wanted;
    private boolean ready;
    private boolean frozen;
    private long readySince;
    private long turn;

    /** @param onUnaskedEnd hears when the part ends although nobody asked it to, once it was ready */
    PartProcess(Part part, DataDirectory data, Consumer<UnaskedEnd> onUnaskedEnd) {
        this(part, data, PATIENCE, onUnaskedEnd);
    }

    PartProcess(Part part, DataDirectory data, Duration patience, Consumer<UnaskedEnd> onUnaskedEnd) {
        this.part = part;
        this.data = data;
        this.patience = patience;
        this.onUnaskedEnd = onUnaskedEnd;
    }

    Part part() {
        return part;
    }

    Path log() {
        return data.log(part.name());
    }

    /** @throws IllegalStateException if the part is down at the moment */
    long pid() {
        return runningPid().orElseThrow(() -> new IllegalStateException(part.name() + " does not run at the moment"));
    }

    /** Nothing while the part is down. */
    synchronized OptionalLong runningPid() {
        return process != null && process.isAlive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    /**
     * Starts the part and returns when it is ready.
     *
     * @param moreOptions for its JVM, this time only
     * @throws StartFailure if it ends or does not get ready
     * @throws IllegalStateException if it runs already
     */
    void start(List<String> moreOptions) throws InterruptedException {
        List<String> command = part.withOptions(moreOptions).command();
        switch (start(nextTurn(), command)) {
            case StartOutcome.Ready ready -> {}
            case StartOutcome.Overtaken overtaken ->
                throw new StartFailure(part.name() + " was asked to stop before it was ready.");
            case StartOutcome.Failed failed -> throw new StartFailure(failed.sentence());
        }
    }

    /** Starts the part once more as it usually is, unless something was asked of it since that turn; kills what fails. */
    StartOutcome startAgain(long since) throws InterruptedException {
        StartOutcome outcome = start(since, part.command());
        if (outcome instanceof StartOutcome.Failed && !holds(since)) {
            return new StartOutcome.Overtaken();
        }
        if (outcome instanceof StartOutcome.Failed) {
            clearAway(since);
        }
        return outcome;
    }

    /** Returns when the time is over, or at once when something was asked since that turn. */
    synchronized void pause(long since, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (holds(since) && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }

    private synchronized boolean holds(long since) {
        return turn == since;
    }

    private synchronized long nextTurn() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException(part.name() + " runs already");
        }
        return beginTurn();
    }

    private synchronized long beginTurn() {
        notifyAll();
        return ++turn;
    }

    private StartOutcome start(long since, List<String> command) throws InterruptedException {
        try {
            refuseTakenPorts();
            Part.First first = part.first();
            if (first != null && !Files.exists(first.done())) {
                Process once = launch(since, first.command());
                if (once == null) {
                    return new StartOutcome.Overtaken();
                }
                if (once.waitFor() != 0) {
                    return failed(once);
                }
            }
            Process started = launch(since, command);
            if (started == null) {
                return new StartOutcome.Overtaken();
            }
            started.onExit().thenAccept(this::hearEnd);
            return awaitReady(started);
        } catch (StartFailure e) {
            return new StartOutcome.Failed(e.sentence(), e.sentence());
        }
    }

    /** One at a time: who looks whether a port is free holds it for that moment, and a supervisor may look as well. */
    private synchronized void refuseTakenPorts() {
        part.refuseTakenPorts();
    }

    /** Nothing when something was asked since that turn. */
    private synchronized @Nullable Process launch(long since, List<String> command) {
        if (!holds(since)) {
            return null;
        }
        Process started = run(command);
        process = started;
        wanted = true;
        ready = false;
        frozen = false;
        try {
            Files.writeString(data.pidFile(part.name()), started.pid() + "\n");
        } catch (IOException e) {
            // Without its file nobody would find the process once this JVM is gone.
            started.destroyForcibly();
            throw new StartFailure(part.name() + " cannot be started: " + e);
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

    private StartOutcome awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!part.probe().passes()) {
            if (!started.isAlive()) {
                return failed(started);
            }
            if (System.nanoTime() > deadline) {
                String fact = part.name() + " was not ready within " + patience.toSeconds() + " s: "
                        + new LogFile(log()).lastTrouble().orElse("it wrote no reason");
                return new StartOutcome.Failed(
                        fact, fact + " (start again with deploy/up: the data is kept; log: " + log() + ")");
            }
            Thread.sleep(BETWEEN_PROBES);
        }
        return becomeReady(started) ? new StartOutcome.Ready() : failed(started);
    }

    /** From here on its end is heard; before, it is for the one who waits for it. */
    private synchronized boolean becomeReady(Process started) {
        if (!started.isAlive()) {
            return false;
        }
        ready = true;
        readySince = System.nanoTime();
        return true;
    }

    private void hearEnd(Process ended) {
        UnaskedEnd end;
        synchronized (this) {
            if (!wanted || !ready || ended != process) {
                return;
            }
            end = new UnaskedEnd(this, turn, ending(ended), Duration.ofNanos(System.nanoTime() - readySince));
        }
        onUnaskedEnd.accept(end);
    }

    private StartOutcome failed(Process ended) {
        Ending ending = ending(ended);
        return new StartOutcome.Failed(ending.fact(), ending.sentence());
    }

    private Ending ending(Process process) {
        return new Ending(part.name(), process.exitValue(), new LogFile(log()).lastTrouble(), log());
    }

    private void clearAway(long since) throws InterruptedException {
        Process left;
        synchronized (this) {
            if (!holds(since) || process == null) {
                return;
            }
            wanted = false;
            left = process;
        }
        left.destroyForcibly();
        left.waitFor();
    }

    /** Holds the part still and returns when it is; it keeps its connections and does not know. */
    synchronized void freeze() throws InterruptedException {
        frozen = true;
        Signal.STOP.send(pid());
    }

    /** Lets a frozen part go on. */
    synchronized void thaw() throws InterruptedException {
        frozen = false;
        Signal.CONT.send(pid());
    }

    /** Asks the part to stop, without waiting; a frozen one is woken for it. */
    synchronized void askToStop() {
        wanted = false;
        beginTurn();
        if (process != null) {
            process.destroy();
            wake(process);
        }
    }

    private void wake(Process stopping) {
        if (!frozen) {
            return;
        }
        frozen = false;
        try {
            Signal.CONT.send(stopping.pid());
        } catch (InterruptedException e) {
            // It hears the request only once it is awake; a kill reaches it in any case.
            stopping.destroyForcibly();
            Thread.currentThread().interrupt();
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
            beginTurn();
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
