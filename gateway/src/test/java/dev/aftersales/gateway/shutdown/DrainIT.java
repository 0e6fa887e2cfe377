package dev.aftersales.gateway.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.gateway.GatewayApplication;
import dev.aftersales.gateway.StubService;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.InfrastructureInitializer;
import dev.aftersales.testing.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class DrainIT {

    @Test
    void goesOnServingForAWhileAndSendsCallersAway() {
        StubService claims = StubService.named("claims");
        ConfigurableApplicationContext gateway = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new InfrastructureInitializer(), context -> TestPropertyValues.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "aftersales.gateway.claims-uri=" + claims.uri(),
                                "aftersales.shutdown.drain=3s")
                        .applyTo(context))
                .run();
        int port = ((WebServerApplicationContext) gateway).getWebServer().getPort();
        assertThat(read(port).header("Connection")).isEmpty();
        long begun = System.nanoTime();

        Thread ending = Thread.ofVirtual().start(gateway::close);

        await().until(() -> Api.at(port).get("/actuator/health/readiness").status() == 503);
        for (int i = 0; i < 20; i++) {
            Answer answer = read(port);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        await().until(() -> !ending.isAlive());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(3));
        claims.stop();
    }

    private static Answer read(int port) {
        return Api.at(port).as(People.ANNA).get("/api/v1/claims");
    }
}
