package dev.aftersales.diagnosis.gauges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.diagnosis.BatchGauge;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class GaugeStreamIT {

    @LocalServerPort
    int port;

    /** Until this instance hears all gauges, it begins no stream. */
    @BeforeEach
    void awaitStreams() {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            try (EventStream stream = open(People.ANNA.token(), "model=none", null)) {
                return stream.header("Content-Type").startsWith("text/event-stream");
            }
        });
    }

    @Test
    void tellsGroupsAsTheyStandAndThenEachChange() {
        BatchGauge gauge = BatchGauge.fresh().has(1, 22, "RISING", false);
        awaitUnits(gauge, 22);

        try (EventStream stream = open(People.ANNA.token(), "model=" + gauge.model(), null)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.next("begin").data()).contains("\"all\":true");
            assertThat(stream.next("gauge").data()).contains("\"units\":22", gauge.group());
            stream.skipTo("current");
            gauge.has(2, 23, "RISING", false);
            assertThat(stream.next("gauge").data()).contains("\"units\":23", "23 of 30 units in 30 days, rising");
            gauge.has(3, 0, "FALLING", false);
            assertThat(stream.next("left").data()).contains(gauge.group());
            assertThat(stream.heartbeat()).isTrue();
        }
    }

    @Test
    void tellsOnlyWhatIsAskedForAndWhatIsNoLonger() {
        BatchGauge gauge = BatchGauge.fresh().has(1, 23, "RISING", false);
        awaitUnits(gauge, 23);

        try (EventStream stream = open(People.ANNA.token(), "minUnits=20&open=false&model=" + gauge.model(), null)) {
            stream.skipTo("gauge");
            stream.skipTo("current");
            BatchGauge.fresh().has(1, 29, "RISING", false);
            gauge.has(2, 19, "FALLING", false);
            assertThat(stream.next("left").data()).contains(gauge.group());
            gauge.has(3, 25, "RISING", false);
            assertThat(stream.next("gauge").data()).contains("\"units\":25");
            gauge.has(4, 30, "RISING", true);
            assertThat(stream.next("left").data()).contains(gauge.group());
        }
    }

    @Test
    void goesOnFromTheLastEventThatTheReaderHad() {
        BatchGauge gauge = BatchGauge.fresh();
        BatchGauge emptied = BatchGauge.ofModel(gauge.model());
        BatchGauge untouched = BatchGauge.ofModel(gauge.model());
        untouched.hasAt(Instant.now().minus(Duration.ofMinutes(30)), 1, 7, "STEADY", false);
        gauge.has(1, 5, "RISING", false);
        emptied.has(1, 6, "RISING", false);
        awaitUnits(untouched, 7);
        awaitUnits(gauge, 5);
        awaitUnits(emptied, 6);
        String last;
        try (EventStream stream = open(People.ANNA.token(), "model=" + gauge.model(), null)) {
            last = stream.skipTo("current").id();
        }
        gauge.has(2, 8, "RISING", false);
        emptied.has(2, 0, "FALLING", false);
        awaitUnits(gauge, 8);
        await().until(() -> one(emptied) == 404);

        try (EventStream stream = open(People.ANNA.token(), "model=" + gauge.model(), last)) {
            assertThat(stream.next("begin").data()).contains("\"all\":false");
            List<EventStream.Event> told = stream.until("current");
            assertThat(told).anySatisfy(event -> assertThat(event.data()).contains(gauge.group(), "\"units\":8"));
            assertThat(told).anySatisfy(event -> {
                assertThat(event.name()).isEqualTo("left");
                assertThat(event.data()).contains(emptied.group());
            });
            assertThat(told).noneMatch(event -> event.data().contains(untouched.group()));
        }
        for (String unusable : List.of("nonsense", "1", "999999999999999")) {
            try (EventStream stream = open(People.ANNA.token(), "model=" + gauge.model(), unusable)) {
                assertThat(stream.next("begin").data()).contains("\"all\":true");
                assertThat(stream.until("current")).hasSize(2);
            }
        }
    }

    @Test
    void endsWithTheToken() {
        String token = People.ANNA
                .claims()
                .with("exp", Date.from(Instant.now().plusSeconds(2)))
                .sign();

        try (EventStream stream = open(token, "model=none", null)) {
            stream.skipTo("current");
            assertThat(stream.ended()).isTrue();
        }
    }

    @Test
    void onePersonHasSoManyStreamsAtOnce() {
        String person = "many-" + UUID.randomUUID();
        String token = People.ANNA.claims().with("sub", person).sign();
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                EventStream stream = open(token, "model=none", null);
                stream.skipTo("current");
                streams.add(stream);
            }

            assertThat(Api.at(port)
                            .withToken(token)
                            .get("/api/v1/batch-radar/stream?model=none")
                            .<String>at("$.type"))
                    .isEqualTo("urn:aftersales:problem:too-many-streams");
        } finally {
            streams.forEach(EventStream::close);
        }

        // Whoever has gone is found out by the next heartbeat.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (EventStream stream = open(token, "model=none", null)) {
                assertThat(stream.status()).isEqualTo(200);
            }
        });
    }

    @Test
    void refusesWhatItDoesNotKnowAndHidesOtherVendors() {
        Api anna = Api.at(port).as(People.ANNA);

        assertThat(anna.get("/api/v1/batch-radar/stream?limit=5").status()).isEqualTo(400);
        assertThat(anna.get("/api/v1/batch-radar/stream?vendor=agency").status())
                .isEqualTo(404);
        assertThat(Api.at(port)
                        .as(People.MARIA)
                        .get("/api/v1/batch-radar/stream")
                        .status())
                .isEqualTo(403);
        assertThat(Api.at(port).get("/api/v1/batch-radar/stream").status()).isEqualTo(401);
    }

    private EventStream open(String token, String query, String lastEventId) {
        return EventStream.open(port, "/api/v1/batch-radar/stream?" + query, token, lastEventId);
    }

    private void awaitUnits(BatchGauge gauge, int units) {
        await().atMost(Duration.ofSeconds(20)).until(() -> Api.at(port)
                .as(People.ANNA)
                .get("/api/v1/batch-radar?model=" + gauge.model())
                .text()
                .matches("(?s).*" + gauge.group() + ".*\"units\":" + units + ",.*"));
    }

    private int one(BatchGauge gauge) {
        return Api.at(port)
                .as(People.ANNA)
                .get("/api/v1/batch-radar/" + gauge.group())
                .status();
    }
}
