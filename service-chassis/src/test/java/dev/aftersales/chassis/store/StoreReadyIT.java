package dev.aftersales.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.aftersales.local.store.EmbeddedStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StoreReadyIT {

    @Test
    void waitsForAStoreThatStartsLater() throws IOException {
        int port = freePort();
        try (MongoClient client =
                MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=200")) {
            Thread waiting = Thread.ofVirtual().start(() -> StoreReady.await(client.getDatabase("late")));
            await().until(() -> waiting.getState() == Thread.State.WAITING);
            assertThat(waiting.isAlive()).isTrue();

            try (EmbeddedStore store = EmbeddedStore.inMemory(port)) {
                await().until(() -> !waiting.isAlive());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
