package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageIT extends RunningGateway {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    void answersUnavailableWhenTheServiceRefuses() {
        NOTIFICATIONS.stop();
        try {
            Answer answer = within(AT_ONCE, "/api/v1/notifications");

            assertOutage(answer, 503, "unavailable");
        } finally {
            NOTIFICATIONS.start();
        }
        assertThat(gateway().as(People.ANNA).get("/api/v1/notifications").status())
                .isEqualTo(200);
    }

    @Test
    void answersUnavailableWhenTheServiceDoesNotTakeConnections() throws IOException {
        NOTIFICATIONS.stop();
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(NOTIFICATIONS.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            // Nobody accepts: once its queue is full, the machine answers no further caller.
            for (int i = 0; i < 8; i++) {
                SocketChannel caller = SocketChannel.open();
                caller.configureBlocking(false);
                caller.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()));
                waiting.add(caller);
            }

            Answer answer = within(AT_ONCE, "/api/v1/notifications");

            assertOutage(answer, 503, "unavailable");
        } finally {
            for (SocketChannel caller : waiting) {
                caller.close();
            }
            NOTIFICATIONS.start();
        }
    }

    @Test
    void answersTimeoutWhenTheServiceIsSilent() {
        Answer answer = within(AT_ONCE, "/api/v1/stock/silent");

        assertOutage(answer, 504, "timeout");
    }

    @Test
    void sendsAPostThatBreaksOffOnlyOnce() {
        Answer answer = gateway().as(People.MARIA).post("/api/v1/claims/hangs-up", "{}");

        assertOutage(answer, 503, "unavailable");
        assertThat(CLAIMS.seen()).hasSize(1);
    }

    @Test
    void keepsServingTheOthersMeanwhile() {
        NOTIFICATIONS.stop();
        try {
            assertThat(gateway().as(People.ANNA).get("/api/v1/claims").status()).isEqualTo(200);
        } finally {
            NOTIFICATIONS.start();
        }
    }

    private Answer within(Duration most, String path) {
        long begun = System.nanoTime();
        Answer answer = gateway().as(People.ANNA).get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(most);
        return answer;
    }

    private static void assertOutage(Answer answer, int status, String slug) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + slug);
        assertThat(answer.text()).doesNotContain("Exception", "127.0.0.1", "java.", "\tat ");
    }
}
