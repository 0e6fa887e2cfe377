package dev.aftersales.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthIT extends RunningGateway {

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void tellsThatItIsUp(String probe) {
        Answer answer = gateway().get("/actuator/health/" + probe);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.status")).isEqualTo("UP");
    }

    @Test
    void countsRequestsByRoute() {
        gateway().as(People.ANNA).get("/api/v1/claims/clm-1");

        String metrics = gateway().as(People.OLGA).get("/actuator/prometheus").text();

        assertThat(metrics).contains("http_server_requests_seconds_count");
        assertThat(metrics).doesNotContain("clm-1");
    }
}
