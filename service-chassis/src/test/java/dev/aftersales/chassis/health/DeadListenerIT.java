package dev.aftersales.chassis.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.events.Listeners;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ServiceIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@ServiceIT
class DeadListenerIT {

    @LocalServerPort
    int port;

    @Autowired
    Listeners listeners;

    @Test
    void turnsLivenessDown() {
        await().until(() -> !listeners.containers().isEmpty());
        assertThat(liveness().status()).isEqualTo(200);
        ConcurrentMessageListenerContainer<String, byte[]> container =
                listeners.containers().getFirst();

        container.stopAbnormally(() -> {});

        await().until(() -> liveness().status() == 503);
        container.start();
        await().until(() -> liveness().status() == 200);
    }

    private Answer liveness() {
        return Api.at(port).get("/actuator/health/liveness");
    }
}
