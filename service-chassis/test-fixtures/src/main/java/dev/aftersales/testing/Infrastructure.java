package dev.aftersales.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;

/**
 * One broker and one store for this test JVM, started when first asked for and shared by all its test classes.
 *
 * <p>The store is the one that {@code STORE_URI} names, else MongoDB in a container where a Docker engine answers, else
 * a {@code mongod} on PATH, else the embedded one. The broker is Kafka in a container where a Docker engine answers,
 * else embedded. Which they are is printed once, and left in {@code target/test-infrastructure.txt} because the build
 * keeps what tests print out of sight.
 */
public final class Infrastructure {

    private final Broker broker;
    private final Store store;
    private final AtomicBoolean endsAfterSpring = new AtomicBoolean();

    private Infrastructure(Broker broker, Store store) {
        this.broker = broker;
        this.store = store;
    }

    /** Host and port of the broker, as {@code bootstrap.servers} takes them. */
    public static String bootstrapServers() {
        return Started.ONCE.broker.bootstrapServers();
    }

    /** Connection string of the store, without a database. */
    public static String storeUri() {
        return Started.ONCE.store.uri();
    }

    /** A database name of this JVM alone, so that a store that outlives the run never shows one run's data to another. */
    public static String databaseName() {
        return Started.DATABASE;
    }

    /** What the tests run on, in one line. */
    public static String description() {
        return Started.ONCE.line();
    }

    /**
     * Leaves the end of broker and store to Spring, which runs such handlers after its contexts are closed: no listener
     * loses its broker before it has left.
     */
    static void endAfterSpring() {
        if (Started.ONCE.endsAfterSpring.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(Started.ONCE::stop);
        }
    }

    private void stopUnlessSpringDoes() {
        if (!endsAfterSpring.get()) {
            stop();
        }
    }

    private void stop() {
        broker.stop().run();
        store.stop().run();
    }

    private String line() {
        return "Tests run on broker: " + broker.description() + "; store: " + store.description();
    }

    private static final class Started {

        private static final String DATABASE =
                "test-" + ProcessHandle.current().pid() + "-" + Long.toString(System.currentTimeMillis(), 36);

        private static final Infrastructure ONCE = start();

        private static Infrastructure start() {
            CompletableFuture<Broker> starting = CompletableFuture.supplyAsync(Broker::start);
            Store store = Store.start(DATABASE);
            Broker broker = starting.join();
            Infrastructure infrastructure = new Infrastructure(broker, store);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(infrastructure::stopUnlessSpringDoes, "test-infrastructure"));
            report(infrastructure.line());
            return infrastructure;
        }

        private static void report(String line) {
            System.out.println(line);
            Path buildDirectory = Path.of("target");
            if (Files.isDirectory(buildDirectory)) {
                try {
                    Files.writeString(buildDirectory.resolve("test-infrastructure.txt"), line + System.lineSeparator());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
