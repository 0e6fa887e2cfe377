package dev.aftersales.claims.reactions;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A thousand units from submission to delivery. */
@ServiceIT
class LargestClaimIT {

    private static final int LINES = 1_000;

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Test
    void goesTheWholeWayAndIsCountedByStage() {
        // Given
        GivenClaims given = GivenClaims.at(port);
        String prefix = unique("S");
        String[] serials =
                IntStream.range(0, LINES).mapToObj(i -> prefix + "-" + i).toArray(String[]::new);
        Integer[] lines = IntStream.rangeClosed(1, LINES).boxed().toArray(Integer[]::new);
        double before = delivered();
        Answer submitted = given.submit(body(given.contract(serials), given.photo(People.MARIA), serials));
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
        String claim = submitted.at("$.id");
        GivenEvents events = GivenEvents.of(claim);

        // When
        events.workmanship(2, lines);
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);
        events.reserved(1, lines);
        events.released(2, lines);
        events.dispatched(3, lines);
        events.delivered(4, lines);

        // Then
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo("CLOSED"));
        assertThat(given.claim(claim).<List<String>>at("$.lines[*].state"))
                .hasSize(LINES)
                .containsOnly("DELIVERED");
        assertThat(delivered() - before).isEqualTo(LINES);
    }

    private double delivered() {
        return meters.timer("aftersales.claim.stage", "stage", "delivered").count();
    }
}
