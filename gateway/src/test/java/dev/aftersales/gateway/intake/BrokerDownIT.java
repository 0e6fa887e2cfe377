package dev.aftersales.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A gateway that has never seen a broker: its context is one of its own. */
@TestPropertySource(
        properties = {
            "spring.kafka.producer.bootstrap-servers=127.0.0.1:1",
            "spring.kafka.admin.properties.bootstrap.servers=127.0.0.1:1"
        })
class BrokerDownIT extends RunningGateway {

    @Test
    void refusesPartnersEventsQuicklyAndSaysWhenToComeBack() {
        long begun = System.nanoTime();

        Answer answer = gateway()
                .as(People.CARRIER_ONE)
                .with("Content-Type", Posted.STRUCTURED)
                .post(Posted.PATH, Posted.of("partners.carrier-accepted.v1").json());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:unavailable");
    }

    @Test
    void servesAllOtherRoutes() {
        assertThat(gateway().get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(gateway().as(People.ANNA).get("/api/v1/claims").status()).isEqualTo(200);
    }
}
