package dev.aftersales.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.aftersales.local.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.mongodb.MongoDBContainer;

/** A running store and how to end it. */
record Store(String uri, String description, Runnable stop) {

    private static final String IMAGE = "mongo:8.0";

    static Store start(String database) {
        String given = System.getenv("STORE_URI");
        if (given != null && !given.isBlank()) {
            return new Store(given, "as STORE_URI says", () -> drop(given, database));
        }
        if (Docker.isAvailable()) {
            return inContainer();
        }
        Optional<Path> mongod = Mongod.onPath();
        return mongod.isPresent() ? Mongod.start(mongod.get()) : embedded();
    }

    private static Store inContainer() {
        MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
        container.start();
        return new Store(container.getConnectionString(), "container " + IMAGE, container::stop);
    }

    private static Store embedded() {
        EmbeddedStore store = EmbeddedStore.inMemory();
        return new Store(store.uri(), "embedded on " + store.uri(), store::close);
    }

    private static void drop(String uri, String database) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase(database).drop();
        }
    }
}
