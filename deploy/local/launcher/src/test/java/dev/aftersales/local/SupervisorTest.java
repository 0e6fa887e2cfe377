package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Supervisor.Pace QUICK =
            new Supervisor.Pace(Duration.ofMillis(20), Duration.ofMillis(50), LONG, 3);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final CompletableFuture<String> givenUp = new CompletableFuture<>();
    private DataDirectory data;
    private PartProcess part;

    @BeforeEach
    void opensTheData() {
        data = DataDirectory.open(directory.resolve("data"));
    }

    @AfterEach
    void leavesNothingRunning() throws Exception {
        part.kill();
        data.close();
    }

    private void supervised(Supervisor.Pace pace, List<String> command) throws Exception {
        Supervisor supervisor =
                new Supervisor(pace, new PrintStream(told, true, StandardCharsets.UTF_8), givenUp::complete);
        part = new PartProcess(Part.of("part", command, Probe.none()), data, supervisor::bringBack);
        part.start(List.of());
    }

    private void crash() {
        ProcessHandle.of(part.pid()).orElseThrow().destroyForcibly();
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void partThatWasKilledIsBackUnderANewProcessIdAndItIsTold() throws Exception {
        supervised(QUICK, List.of("sleep", "60"));
        long before = part.pid();

        crash();

        await().atMost(LONG).until(() -> told().contains("part is ready again"));
        assertThat(part.pid()).isNotEqualTo(before);
        assertThat(Files.readString(data.pidFile("part"))).isEqualTo(part.pid() + "\n");
        assertThat(told().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("part was killed from outside")
                .contains("it is started again at once; log: ");
        assertThat(givenUp).isNotDone();
    }

    @Test
    void partThatEndsAgainAndAgainIsStartedEverMoreSlowly() throws Exception {
        supervised(
                new Supervisor.Pace(Duration.ofSeconds(1), Duration.ofSeconds(1), LONG, 3), List.of("sleep", "0.05"));

        await().atMost(LONG).until(() -> told().contains("in 1 s"));

        assertThat(told().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("it is started again at once"));
    }

    @Test
    void partThatWasSoundForAWhileIsStartedAtOnceAgain() throws Exception {
        supervised(
                new Supervisor.Pace(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMillis(1), 3),
                List.of("sleep", "0.2"));

        await().atMost(LONG)
                .until(() ->
                        told().lines().filter(line -> line.contains("at once")).count() > 2);
    }

    @Test
    void stopThatIsAskedWhileItIsAwaitedCountsMore() throws Exception {
        supervised(
                new Supervisor.Pace(Duration.ofMillis(300), Duration.ofMillis(300), LONG, 3), List.of("sleep", "0.05"));
        await().atMost(LONG).until(() -> told().contains("in 0 s"));

        part.kill();

        await().during(Duration.ofMillis(700)).atMost(LONG).until(() -> part.runningPid()
                .isEmpty());
    }

    @Test
    void partThatFailsToStartTooOftenIsGivenUp() throws Exception {
        int port = Ports.free().claims();
        Supervisor supervisor =
                new Supervisor(QUICK, new PrintStream(told, true, StandardCharsets.UTF_8), givenUp::complete);
        List<String> command = List.of("sh", "-c", "echo error: no room; exit 3");
        part = new PartProcess(Part.of("part", command, Probe.tcp(port)), data, supervisor::bringBack);

        supervisor.bringBack(
                new UnaskedEnd(part, 0, new Ending("part", 137, Optional.empty(), part.log()), Duration.ZERO));

        assertThat(givenUp)
                .succeedsWithin(LONG)
                .asString()
                .startsWith(
                        "part cannot be brought back, 3 starts in a row failed; the last: part stopped with exit code 3:"
                                + " error: no room. When that is mended, start again with deploy/up");
        assertThat(told().lines()).hasSize(3);
    }

    @Test
    void partIsNotLeftDownWithoutAWordWhenTheSupervisorItselfFails() {
        part = new PartProcess(Part.of("part", List.of("true"), Probe.none()), data, end -> {});
        PrintStream broken = new PrintStream(told) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("closed");
            }
        };

        new Supervisor(QUICK, broken, givenUp::complete)
                .bringBack(
                        new UnaskedEnd(part, 0, new Ending("part", 137, Optional.empty(), part.log()), Duration.ZERO));

        assertThat(givenUp).succeedsWithin(LONG).asString().startsWith("part cannot be brought back: ");
    }
}
