package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A document store inside this process, for tests and for {@link LocalStore}. It listens on the loopback address only
 * and speaks the MongoDB wire protocol.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 32;

    /** Each connection's commands run on one of these; a writer waits there for its commit. */
    private static final int WORKERS = 64;

    private final MongoServer server;
    private final QueryWatch watch = new QueryWatch();
    private final @Nullable Compaction compaction;
    private final int port;

    private EmbeddedStore(@Nullable Path directory, int port) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES);
        if (directory != null) {
            builder.fileName(fileIn(directory));
        }
        MVStore file = builder.open();
        file.setRetentionTime(0); // every commit is synced before the next, so nothing older is needed
        GroupCommit commit = new GroupCommit(file);
        this.server = new MongoServer(new StoreBackend(new StoreContext(file, commit, new OpenCursors(), watch)));
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
        this.port = server.getLocalAddress().getPort();
        this.compaction = directory == null ? null : Compaction.start(commit);
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

    /** How many documents queries have looked at since the start, whether they matched or not. */
    public long documentsExamined() {
        return watch.examined();
    }

    @Override
    public void close() {
        if (compaction != null) {
            compaction.stop();
        }
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
