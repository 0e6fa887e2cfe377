package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A document store inside this process, for tests and for {@link LocalStore}. It listens on the loopback address only
 * and speaks the MongoDB wire protocol.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;
    private final int port;

    private EmbeddedStore(@Nullable Path directory, int port) {
        this.server = new MongoServer(new StoreBackend(directory == null ? null : fileIn(directory)));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /** Starts a store on a free port; its data go with it. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(null, 0);
    }

    /** Starts a store on {@code port} (0: a free one); its data go with it. */
    public static EmbeddedStore inMemory(int port) {
        return new EmbeddedStore(null, port);
    }

    /**
     * Starts a store on a free port that keeps its data in {@code directory}, which is made where it is missing.
     *
     * @throws IllegalStateException if another process has the directory open, or its file is damaged
     */
    public static EmbeddedStore at(Path directory) {
        return at(directory, 0);
    }

    /** Like {@link #at(Path)}, on {@code port} (0: a free one). */
    public static EmbeddedStore at(Path directory, int port) {
        return new EmbeddedStore(directory, port);
    }

    /** The TCP port on the loopback address. */
    public int port() {
        return port;
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static String fileIn(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory.resolve("store.mv").toString();
    }
}
