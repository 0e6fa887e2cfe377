package dev.aftersales.local.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bson.Document;

/** {@link LocalStore} in a JVM of its own. */
final class StoreProcess implements AutoCloseable {

    private final Process process;
    private final String readyLine;

    private StoreProcess(Process process, String readyLine) {
        this.process = process;
        this.readyLine = readyLine;
    }

    static StoreProcess start(Path data, String... jvmOptions) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                LocalStore.class.getName(),
                "--data",
                data.toString(),
                "--port",
                "0"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new StoreProcess(process, String.valueOf(out.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String readyLine() {
        return readyLine;
    }

    String uri() {
        return readyLine.replaceAll(".*(mongodb://[^ ]+).*", "$1");
    }

    /** A client that has found the store, however busy the machine is, and gives up at once when the process is gone. */
    MongoClient client() {
        ServerAddress address =
                new ServerAddress("127.0.0.1", Integer.parseInt(uri().substring(uri().lastIndexOf(':') + 1)));
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(address)).serverSelectionTimeout(500, TimeUnit.MILLISECONDS))
                .build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(MongoTimeoutException.class)
                .until(() -> client.getDatabase("admin").runCommand(new Document("ping", 1)) != null);
        return client;
    }

    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to end; the exit code. */
    int terminate() {
        process.destroy();
        return await();
    }

    private int await() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the store does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
