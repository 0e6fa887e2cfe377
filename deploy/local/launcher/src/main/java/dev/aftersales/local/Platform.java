package dev.aftersales.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The processes of one running suite: starts them as their needs allow, watches them, stops them in order. */
final class Platform implements AutoCloseable {

    /** What a stop may take in all before it becomes a kill. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What a part gets in any case, so that a slow one does not cost the broker its clean stop. */
    private static final Duration LEAST_GRACE = Duration.ofSeconds(3);

    private final Topology topology;
    private final DataDirectory data;
    private final PrintStream out;
    private final Map<String, PartProcess> processes = new LinkedHashMap<>();
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private final Thread hook = new Thread(this::stopAsTold, "suite-stop");
    private final Keeper keeper;
    private volatile boolean closing;
    private boolean stopped;

    /** @param supervised whether parts that end unasked are brought back; otherwise such an end is the suite's death */
    Platform(Topology topology, Home home, DataDirectory data, PrintStream out, boolean supervised) {
        this.topology = topology;
        this.data = data;
        this.out = out;
        Supervisor supervisor = new Supervisor(Supervisor.Pace.USUAL, out, death::complete);
        Consumer<UnaskedEnd> onUnaskedEnd = supervised
                ? supervisor::bringBack
                : end -> death.complete(end.ending().sentence());
        for (Part part : topology.parts()) {
            processes.put(part.name(), new PartProcess(part, data, onUnaskedEnd));
        }
        this.keeper = Keeper.watch(home, data);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts every part and returns when all are ready.
     *
     * @throws StartFailure for the first that does not get ready; everything has been stopped by then
     * @throws StoppedWhileStarting if a signal ended this JVM meanwhile, so that no part is to blame
     */
    void start() {
        long begun = System.nanoTime();
        out.println("  starting " + String.join(", ", processes.keySet()));
        Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
        CompletableFuture<Void> failed = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : topology.parts()) {
                CompletableFuture<?>[] needs =
                        part.needs().stream().map(ready::get).toArray(CompletableFuture[]::new);
                CompletableFuture<Void> started = CompletableFuture.allOf(needs)
                        .thenRunAsync(() -> start(processOf(part.name()), begun), threads);
                started.whenComplete((done, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                });
                ready.put(part.name(), started);
            }
            CompletableFuture<?> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
            try {
                CompletableFuture.anyOf(all, failed, death.thenAccept(Platform::fail))
                        .join();
            } catch (CompletionException e) {
                boolean told = closing;
                closing = true;
                threads.shutdownNow();
                close();
                if (told) {
                    throw new StoppedWhileStarting();
                }
                throw e.getCause() instanceof StartFailure known
                        ? known
                        : new StartFailure("The suite cannot start: " + e.getCause());
            }
        }
        refuseIfStopped();
    }

    /** @throws StoppedWhileStarting if the parts stop or have stopped: what fails now fails for that reason */
    void refuseIfStopped() {
        if (closing) {
            throw new StoppedWhileStarting();
        }
    }

    private static void fail(String sentence) {
        throw new StartFailure(sentence);
    }

    private void start(PartProcess process, long begun) {
        if (closing) {
            return;
        }
        Part part = process.part();
        long from = System.nanoTime();
        try {
            process.start(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(new StartFailure("The start was interrupted."));
        }
        out.println(String.format(
                Locale.ROOT,
                "  %-21s ready at %5.1f s  (took %4.1f s)  %s",
                part.name(),
                seconds(begun),
                seconds(from),
                addresses(part)));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String addresses(Part part) {
        return String.join(
                ", ", part.ports().stream().map(port -> "127.0.0.1:" + port).toList());
    }

    PartProcess processOf(String part) {
        PartProcess process = processes.get(part);
        if (process == null) {
            throw new IllegalArgumentException("there is no part " + part + ", only " + processes.keySet());
        }
        return process;
    }

    Map<String, PartProcess> processes() {
        return processes;
    }

    /** Completes with one sentence when a part ended unasked and is not brought back. */
    CompletableFuture<String> death() {
        return death;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs, or will: stopAll below waits for it or does its work.
        }
        stopAll();
    }

    /** Ctrl-C, hang-up or deploy/down: the parts end because they are asked to. */
    private void stopAsTold() {
        stopAll();
        out.println("Stopped.");
    }

    private synchronized void stopAll() {
        closing = true;
        if (stopped) {
            return;
        }
        stopped = true;
        long deadline = System.nanoTime() + GRACE.toNanos();
        try {
            for (List<Part> group : topology.stopOrder()) {
                List<PartProcess> stopping =
                        group.stream().map(part -> processOf(part.name())).toList();
                stopping.forEach(PartProcess::askToStop);
                for (PartProcess process : stopping) {
                    process.awaitStop(remaining(deadline));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keeper.close();
        data.close();
    }

    private static Duration remaining(long deadline) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        return left.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : left;
    }
}
