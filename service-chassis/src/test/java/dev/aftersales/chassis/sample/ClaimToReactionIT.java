package dev.aftersales.chassis.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ClaimToReactionIT {

    @LocalServerPort
    int port;

    @Autowired
    Aggregates<Tally> tallies;

    @Test
    void tellsWhatACommitChangedAndHearsWhatOthersSay() {
        assertThat(Api.at(port)
                        .as(People.ANNA)
                        .post("/api/v1/tallies", "{\"id\":\"t-1\",\"count\":3}")
                        .status())
                .isEqualTo(201);

        Topics.awaitEvent("diagnosis", "diagnosis.diagnosis-started.v1", "t-1");

        Topics.event("claims.evidence-received.v1")
                .subject("t-1")
                .sequence(1)
                .json("{\"claimId\":\"t-1\",\"vendor\":\"exporter\",\"evidenceIds\":[\"e-1\"]}")
                .to("claims");

        await().untilAsserted(() ->
                assertThat(tallies.find("t-1").orElseThrow().state().count()).isEqualTo(4));
    }
}
