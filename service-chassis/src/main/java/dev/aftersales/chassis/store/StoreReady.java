package dev.aftersales.chassis.store;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a service start before its store, so that everything may be started at once: it waits, not ready, and nothing of
 * it runs before its indexes are there. Once started, a service outlives its store's outages by itself.
 */
public final class StoreReady {

    private static final Logger log = LoggerFactory.getLogger(StoreReady.class);

    private StoreReady() {}

    /**
     * Returns when the store answers; waits as long as it takes.
     *
     * @throws com.mongodb.MongoException when the store refuses the service, for example its credentials
     */
    public static void await(MongoDatabase database) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        // The asking is left to a thread of its own, because a context whose main thread merely waits can still be
        // closed by a signal.
        Thread.ofVirtual().name("store-ready").start(() -> ask(database, answered));
        try {
            answered.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static void ask(MongoDatabase database, CompletableFuture<Void> answered) {
        while (!answered.isDone()) {
            try {
                database.runCommand(new Document("ping", 1));
                answered.complete(null);
            } catch (RuntimeException | Error e) {
                if (!Outages.isOutage(e)) {
                    answered.completeExceptionally(e);
                    return;
                }
                log.atWarn()
                        .addKeyValue("reason", e.getClass().getSimpleName())
                        .log("The store does not answer yet; asking again");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }
}
