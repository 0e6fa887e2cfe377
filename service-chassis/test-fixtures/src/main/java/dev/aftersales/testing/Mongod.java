package dev.aftersales.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The MongoDB server that is installed on this machine, run on a free port with a directory of its own. */
final class Mongod {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Mongod() {}

    static Optional<Path> onPath() {
        String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Store start(Path mongod) {
        try {
            Path data = Files.createTempDirectory("after-sales-mongod-");
            int port = freePort();
            Process process = new ProcessBuilder(
                            mongod.toString(),
                            "--dbpath",
                            data.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind_ip",
                            "127.0.0.1",
                            "--quiet")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("mongod.log").toFile())
                    .start();
            await().atMost(PATIENCE).until(() -> answers(port));
            return new Store("mongodb://127.0.0.1:" + port, mongod + " on port " + port, () -> stop(process, data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process, Path data) {
        process.destroy();
        process.onExit().join();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
