package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store inside this process, for tests and for {@link LocalStore}. It listens on the loopback address only
 * and speaks the MongoDB wire protocol.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 32;

    /** Each connection's commands run on one of these; a writer waits there for its commit. */
    private static final int WORKERS = 64;

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    private final MongoServer server;
    private final Reserve reserve;
    private final QueryWatch watch = new QueryWatch();
    private final @Nullable Compaction compaction;
    private final int port;

    private EmbeddedStore(@Nullable Path directory, int port, Consumer<Throwable> whenBroken) {
        this.reserve = new Reserve(directory == null ? null : made(directory));
        MVStore file = open(directory, reserve, whenBroken);
        file.setRetentionTime(0); // every commit is synced before the next, so nothing older is needed
        GroupCommit commit = new GroupCommit(file, reserve);
        this.server =
                new MongoServer(new StoreBackend(new StoreContext(file, commit, reserve, new OpenCursors(), watch)));
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
        this.port = server.getLocalAddress().getPort();
        this.compaction = directory == null ? null : Compaction.start(commit, reserve);
    }

    /** Starts a store on a free port; its data go with it. */
    public static EmbeddedStore inMemory() {
        return inMemory(0);
    }

    /** Starts a store on {@code port} (0: a free one); its data go with it. */
    public static EmbeddedStore inMemory(int port) {
        return new EmbeddedStore(null, port, EmbeddedStore::told);
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
        return at(directory, port, EmbeddedStore::told);
    }

    /**
     * Like {@link #at(Path, int)}.
     *
     * @param whenBroken is called when the file cannot be used any more (the disk fails, not: is full); every command
     *     fails from then on
     */
    static EmbeddedStore at(Path directory, int port, Consumer<Throwable> whenBroken) {
        return new EmbeddedStore(directory, port, whenBroken);
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
        reserve.close();
        if (compaction != null) {
            compaction.stop();
        }
        server.shutdownNow();
    }

    private static MVStore open(@Nullable Path directory, Reserve reserve, Consumer<Throwable> whenBroken) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .backgroundExceptionHandler((thread, failure) -> whenBroken.accept(failure));
        if (directory != null) {
            PatientFile file = new PatientFile(Map.of("cacheSize", CACHE_MEGABYTES), reserve);
            file.open(directory.resolve("store.mv").toString(), false, (char[]) null);
            builder.adoptFileStore(file);
        }
        return builder.open();
    }

    private static void told(Throwable failure) {
        log.error("The store's file cannot be used any more", failure);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
