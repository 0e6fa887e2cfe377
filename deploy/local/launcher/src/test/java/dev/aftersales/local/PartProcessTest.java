package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small process, treated as a part is. */
class PartProcessTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final LinkedBlockingQueue<UnaskedEnd> ends = new LinkedBlockingQueue<>();
    private DataDirectory data;
    private PartProcess sleeper;

    @BeforeEach
    void opensTheData() {
        data = DataDirectory.open(directory.resolve("data"));
        sleeper = process(List.of("sleep", "60"));
    }

    @AfterEach
    void leavesNothingRunning() throws Exception {
        sleeper.kill();
        data.close();
    }

    private PartProcess process(List<String> command) {
        return new PartProcess(Part.of("sleeper", command, Probe.none()), data, ends::add);
    }

    @Test
    void frozenPartIsHeldStillUntilItIsThawed() throws Exception {
        sleeper.start(List.of());

        sleeper.freeze();
        await().atMost(GRACE).until(() -> stateOf(sleeper.pid()).startsWith("T"));

        sleeper.thaw();
        await().atMost(GRACE).until(() -> stateOf(sleeper.pid()).startsWith("S"));
    }

    @Test
    void frozenPartStopsCleanlyWhenAsked() throws Exception {
        sleeper = process(List.of("sh", "-c", "trap 'echo clean; exit 0' TERM; echo up; while :; do sleep 0.05; done"));
        sleeper.start(List.of());
        await().atMost(GRACE).until(() -> Files.readString(sleeper.log()).contains("up"));
        sleeper.freeze();
        long begun = System.nanoTime();

        sleeper.askToStop();
        sleeper.awaitStop(GRACE);

        assertThat(Files.readString(sleeper.log())).contains("clean");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(GRACE);
    }

    @Test
    void tellsThatItIsDownInsteadOfAnOldProcessId() throws Exception {
        sleeper.start(List.of());

        sleeper.kill();

        assertThatThrownBy(sleeper::pid).hasMessage("sleeper does not run at the moment");
        assertThatThrownBy(sleeper::freeze).hasMessage("sleeper does not run at the moment");
        assertThat(data.pidFile("sleeper")).doesNotExist();
    }

    @Test
    void isNotStartedTwice() throws Exception {
        sleeper.start(List.of());
        long pid = sleeper.pid();

        assertThatThrownBy(() -> sleeper.start(List.of())).hasMessage("sleeper runs already");

        assertThat(sleeper.pid()).isEqualTo(pid);
    }

    @Test
    void moreOptionsHoldForOneStart() throws Exception {
        sleeper = process(new Jvm(data.root())
                .mainClass(
                        List.of("-Dsaid=usual", "-Xmx32m"),
                        System.getProperty("java.class.path"),
                        SayingPart.class.getName()));

        sleeper.start(List.of("-Dsaid=more"));
        await().atMost(GRACE).until(() -> Files.readString(sleeper.log()).equals("more\n"));
        sleeper.kill();
        sleeper.start(List.of());

        await().atMost(GRACE).until(() -> Files.readString(sleeper.log()).equals("more\nusual\n"));
    }

    @Test
    void refusesJvmOptionsForWhatIsNoJvm() {
        assertThatThrownBy(() -> sleeper.start(List.of("-Dx=y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sleep is not a JVM");
    }

    @Test
    void unaskedEndIsHeardWithWhatItWas() throws Exception {
        sleeper.start(List.of());

        ProcessHandle.of(sleeper.pid()).orElseThrow().destroyForcibly();

        UnaskedEnd end = ends.poll(10, TimeUnit.SECONDS);
        assertThat(end).isNotNull();
        assertThat(end.ending().fact()).startsWith("sleeper was killed from outside");
    }

    @Test
    void askedEndIsNotHeard() throws Exception {
        sleeper.start(List.of());
        sleeper.kill();
        sleeper.start(List.of());
        sleeper.askToStop();
        sleeper.awaitStop(GRACE);

        assertThat(ends.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void endBeforeReadinessIsForWhoeverStartsIt() throws Exception {
        sleeper = new PartProcess(
                Part.of("sleeper", List.of("sh", "-c", "echo error: no room; exit 3"), Probe.tcp(1)), data, ends::add);

        assertThatThrownBy(() -> sleeper.start(List.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("sleeper stopped with exit code 3: error: no room");

        assertThat(ends.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void isNotStartedAgainAfterItWasAskedToStop() throws Exception {
        sleeper.start(List.of());
        ProcessHandle.of(sleeper.pid()).orElseThrow().destroyForcibly();
        UnaskedEnd end = ends.poll(10, TimeUnit.SECONDS);

        sleeper.askToStop();

        assertThat(end).isNotNull();
        assertThat(sleeper.startAgain(end.turn())).isInstanceOf(StartOutcome.Overtaken.class);
        assertThat(sleeper.runningPid()).isEmpty();
    }

    @Test
    void comesBackWithoutTheOptionsOfOneStart() throws Exception {
        sleeper = process(new Jvm(data.root())
                .mainClass(
                        List.of("-Dsaid=usual", "-Xmx32m"),
                        System.getProperty("java.class.path"),
                        SayingPart.class.getName()));
        sleeper.start(List.of("-Dsaid=more"));
        await().atMost(GRACE).until(() -> Files.readString(sleeper.log()).equals("more\n"));
        ProcessHandle.of(sleeper.pid()).orElseThrow().destroyForcibly();
        UnaskedEnd end = ends.poll(10, TimeUnit.SECONDS);
        assertThat(end).isNotNull();

        StartOutcome outcome = sleeper.startAgain(end.turn());

        assertThat(outcome).isInstanceOf(StartOutcome.Ready.class);
        await().atMost(GRACE).until(() -> Files.readString(sleeper.log()).equals("more\nusual\n"));
    }

    @Test
    void partThatIsGoneWhenItsProbePassesIsNotReady() throws Exception {
        HttpServer probed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        probed.createContext("/", exchange -> {
            await().atMost(GRACE).until(() -> sleeper.runningPid().isEmpty());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        probed.start();
        Probe probe = Probe.http("http://127.0.0.1:" + probed.getAddress().getPort());
        sleeper = new PartProcess(Part.of("sleeper", List.of("sh", "-c", "exit 3"), probe), data, ends::add);
        try {
            assertThatThrownBy(() -> sleeper.start(List.of()))
                    .hasMessageStartingWith("sleeper stopped with exit code 3");
        } finally {
            probed.stop(0);
        }
    }

    @Test
    void nothingRunsThatNoPidFileNames() throws Exception {
        Files.createDirectories(data.pidFile("sleeper").resolve("taken"));

        assertThatThrownBy(() -> sleeper.start(List.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("sleeper cannot be started");

        await().atMost(GRACE).until(() -> sleeper.runningPid().isEmpty());
        Files.delete(data.pidFile("sleeper").resolve("taken"));
    }

    @Test
    void attemptThatIsNotReadyInTimeIsClearedAwayBeforeTheNext() throws Exception {
        sleeper = new PartProcess(neverReady(), data, Duration.ofMillis(200), ends::add);

        StartOutcome outcome = sleeper.startAgain(0);

        assertThat(outcome).isInstanceOf(StartOutcome.Failed.class);
        assertThat(sleeper.runningPid()).isEmpty();
    }

    @Test
    void stopDuringAnAttemptIsNotTheAttemptsFailure() throws Exception {
        sleeper = new PartProcess(neverReady(), data, ends::add);
        CompletableFuture<StartOutcome> attempt = startedAside();
        await().atMost(GRACE).until(() -> sleeper.runningPid().isPresent());

        sleeper.askToStop();

        assertThat(attempt).succeedsWithin(GRACE).isInstanceOf(StartOutcome.Overtaken.class);
    }

    @Test
    void whatIsDoneOnceBeforeTheFirstStartEndsWithTheStop() throws Exception {
        Path begun = directory.resolve("begun");
        sleeper = new PartProcess(
                neverReady()
                        .first(
                                directory.resolve("done"),
                                List.of("sh", "-c", "echo $$ > " + begun + "; exec sleep 60")),
                data,
                ends::add);
        CompletableFuture<StartOutcome> attempt = startedAside();
        await().atMost(GRACE)
                .until(() -> Files.exists(begun) && !Files.readString(begun).isEmpty());
        long once = Long.parseLong(Files.readString(begun).strip());
        assertThat(data.pidFile("sleeper")).hasContent(once + "\n");

        sleeper.askToStop();
        sleeper.awaitStop(GRACE);

        assertThat(ProcessHandle.of(once).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(attempt).succeedsWithin(GRACE).isInstanceOf(StartOutcome.Overtaken.class);
        assertThat(data.pidFile("sleeper")).doesNotExist();
    }

    private CompletableFuture<StartOutcome> startedAside() {
        CompletableFuture<StartOutcome> attempt = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                attempt.complete(sleeper.startAgain(0));
            } catch (InterruptedException e) {
                attempt.completeExceptionally(e);
            }
        });
        return attempt;
    }

    private static Part neverReady() {
        return Part.of("sleeper", List.of("sleep", "60"), Probe.tcp(Ports.free().claims()));
    }

    private static String stateOf(long pid) throws Exception {
        Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(pid)).start();
        return new String(ps.getInputStream().readAllBytes()).strip();
    }
}
