package dev.aftersales.local.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The store as its own process: {@code --data DIR --port N}; without a directory the data stay in memory. */
public final class LocalStore {

    private static final int DEFAULT_PORT = 27017;

    private LocalStore() {}

    /**
     * Runs until the process is told to end.
     *
     * @param args {@code --data DIR} (empty: in memory) and {@code --port N} (default 27017, 0: a free one)
     */
    public static void main(String[] args) {
        quietLog();
        String directory = option(args, "--data", "");
        int port = Integer.parseInt(option(args, "--port", String.valueOf(DEFAULT_PORT)));
        EmbeddedStore store = directory.isEmpty()
                ? EmbeddedStore.inMemory(port)
                : EmbeddedStore.at(Path.of(directory), port, LocalStore::end);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
        System.out.println("store ready on " + store.uri() + (directory.isEmpty() ? " (in memory)" : ""));
    }

    /** At once and without closing: the thread that tells it holds the file's lock. What starts it again reads the log. */
    private static void end(Throwable failure) {
        System.err.println("The store ends because its file cannot be used any more; start it again. " + failure);
        Runtime.getRuntime().halt(1);
    }

    private static String option(String[] args, String name, String otherwise) {
        @Nullable String value = null;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || !(args[i].equals("--data") || args[i].equals("--port"))) {
                throw new IllegalArgumentException("usage: LocalStore [--data DIR] [--port N]");
            }
            if (args[i].equals(name)) {
                value = args[i + 1];
            }
        }
        return value == null ? otherwise : value;
    }

    private static void quietLog() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }
}
