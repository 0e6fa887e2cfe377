package dev.aftersales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker, store, mail server and issuer as real processes; the services have their own tests. */
class PartsIT {

    @TempDir
    Path parent;

    private Suite suite(Ports ports) {
        return Suite.on(parent.resolve("with space")).ports(ports).services(false);
    }

    @Test
    void startsStopsAndKeepsItsData() throws Exception {
        Ports ports = Ports.free();
        List<Long> pids;
        try (Suite.Running running = suite(ports).start()) {
            assertThat(running.parts()).containsExactly("broker", "store", "mail", "issuer");
            pids = running.parts().stream().map(running::pid).toList();
            try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + ports.store())) {
                client.getDatabase("d").getCollection("c").insertOne(new Document("_id", 1));
            }
            assertThat(Probe.http(running.url("issuer") + "/oauth2/jwks").passes())
                    .isTrue();

            long before = running.pid("store");
            running.kill("store");
            running.restart("store");
            assertThat(running.pid("store")).isNotEqualTo(before);
            assertThat(running.death()).isNotDone();
        }
        assertThat(pids).noneMatch(PartsIT::lives);

        try (Suite.Running again = suite(ports).start();
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + ports.store())) {
            assertThat(client.getDatabase("d").getCollection("c").countDocuments())
                    .isEqualTo(1);
            assertThatThrownBy(() -> suite(Ports.free()).start())
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already runs");

            ProcessHandle.of(again.pid("mail")).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(10)).until(() -> again.death().isDone());
            assertThat(again.death().join())
                    .startsWith("mail was killed from outside")
                    .endsWith("mail.log");
        }
    }

    @Test
    void bringsBackWhatEndsUnaskedAndLeavesDownWhatWasAskedToEnd() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Ports ports = Ports.free();
        Path elsewhere = parent.resolve("else where");
        long lastStore;
        try (Suite.Running running = suite(ports)
                .supervised(true)
                .keeping("store", elsewhere)
                .mailServer("127.0.0.1", ports.smtp())
                .moreOptions("store", "-Dsaid=always")
                .output(new PrintStream(told, true, UTF_8))
                .start()) {
            assertThat(running.parts()).containsExactly("broker", "store", "issuer");
            assertThat(elsewhere).isNotEmptyDirectory();
            assertThat(commandOf(running.pid("store"))).contains("-Dsaid=always");
            long killed = running.pid("store");

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> told.toString(UTF_8).contains("store is ready again"));
            assertThat(told.toString(UTF_8))
                    .contains("store was killed from outside, or because the machine ran out of memory (exit code 137):"
                            + " it is started again at once; log: ");
            assertThat(running.pid("store")).isNotEqualTo(killed);
            assertThat(pidIn(parent.resolve("with space/run/store.pid"))).isEqualTo(running.pid("store"));

            running.kill("issuer");
            assertThatThrownBy(() -> running.pid("issuer")).hasMessage("issuer does not run at the moment");
            assertThat(running.residentBytes("issuer")).isZero();
            running.restart("store", "-Dsaid=once");
            assertThat(commandOf(running.pid("store"))).contains("-Dsaid=once");
            running.restart("store");
            assertThat(commandOf(running.pid("store"))).doesNotContain("-Dsaid=once");
            assertThatThrownBy(() -> running.pid("issuer")).hasMessage("issuer does not run at the moment");

            running.freeze("store");
            lastStore = running.pid("store");
            assertThat(running.death()).isNotDone();
        }
        assertThat(lives(lastStore)).isFalse();
        assertThat(told.toString(UTF_8)).doesNotContain("issuer was killed");
        assertThat(pidFiles()).isEmpty();
    }

    private static String commandOf(long pid) throws Exception {
        Process ps = new ProcessBuilder("ps", "-ww", "-o", "command=", "-p", Long.toString(pid)).start();
        return new String(ps.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void namesThePortThatIsInUseBeforeAnythingStarts() throws Exception {
        Ports ports = Ports.free();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (ServerSocket taken = new ServerSocket(ports.imap(), 5, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> suite(ports).output(new PrintStream(told)).start())
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Port " + ports.imap() + ", which mail needs, is in use:")
                    .hasMessageContaining("--port-offset");
        }

        assertThat(told.size()).isZero();
        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void namesThePartThatCannotStart() throws Exception {
        assertThatThrownBy(() -> suite(Ports.free())
                        .jvmOptions("issuer", "-XX:NoSuchOption")
                        .start())
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("issuer stopped with exit code 1:")
                .hasMessageContaining("issuer.log");

        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void blamesNoPartWhenItIsStoppedWhileStarting() throws Exception {
        Path output = parent.resolve("launcher.txt");
        Process launcher = launcher(Ports.free(), output);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(output).contains("  store "));

        launcher.destroy();

        assertThat(launcher.waitFor()).isEqualTo(143);
        assertThat(Files.readString(output)).endsWith("Stopped.\n").doesNotContain("exit code");
        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void nothingOutlivesAKilledLauncher() throws Exception {
        Path output = parent.resolve("launcher.txt");
        Process launcher = launcher(Ports.free(), output);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(output).contains(PartsLauncher.READY));
        List<Long> pids = pidFiles().stream().map(PartsIT::pidIn).toList();
        assertThat(pids).hasSize(4).allMatch(PartsIT::lives);

        launcher.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> pids.stream().noneMatch(PartsIT::lives));
        await().atMost(Duration.ofSeconds(5)).until(() -> pidFiles().isEmpty());
    }

    private Process launcher(Ports ports, Path output) throws IOException {
        Path data = parent.resolve("with space");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PartsLauncher.class.getName(),
                        data.toString(),
                        String.valueOf(ports.broker()),
                        String.valueOf(ports.controller()),
                        String.valueOf(ports.store()),
                        String.valueOf(ports.smtp()),
                        String.valueOf(ports.imap()),
                        String.valueOf(ports.issuer()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private List<Path> pidFiles() throws Exception {
        try (Stream<Path> files = Files.list(parent.resolve("with space").resolve("run"))) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> !file.endsWith("launcher.pid"))
                    .toList();
        }
    }

    private static long pidIn(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
