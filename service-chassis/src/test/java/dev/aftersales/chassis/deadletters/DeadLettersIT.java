package dev.aftersales.chassis.deadletters;

import static dev.aftersales.chassis.sample.Sample.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.events.Listeners;
import dev.aftersales.chassis.events.Reactions;
import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.chassis.sample.Toxicity;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class DeadLettersIT {

    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Aggregates<Tally> tallies;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    Toxicity toxicity;

    @Autowired
    Listeners listeners;

    @Autowired
    MongoDatabase database;

    @Autowired
    Reactions reactions;

    private final String id = Sample.freshId();

    @Test
    void laterEventsOfTheSameAggregateParkAndFollowTheRedrivenOneInOrder() {
        evidence(id, 1, "good").to("claims");
        evidence(id, 2, "poison").to("claims");
        evidence(id, 3, "good").to("claims");
        evidence(id, 4, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 2);
        assertThat(count()).isEqualTo(1);
        DeadLetter dead = letters(Status.DEAD).getFirst();
        assertThat(dead.reason()).contains("poisoned");
        assertThat(dead.attempts()).isEqualTo(3);

        assertThat(post(letters(Status.PARKED).getLast().id(), "redrive").status())
                .isEqualTo(409);
        assertThat(post(dead.id(), "redrive").<String>at("$.type")).endsWith("failed-again");
        toxicity.heal(id);
        Answer settled = post(dead.id(), "redrive");

        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.<Integer>at("$.unparked")).isEqualTo(2);
        assertThat(settled.<String>at("$.letter.acts[1].person")).isEqualTo("olga");
        assertThat(count()).isEqualTo(4);
        evidence(id, 5, "good").to("claims");
        await().until(() -> count() == 5);
    }

    @Test
    void skippingLetsTheParkedOnesGoOn() {
        evidence(id, 1, "poison").to("claims");
        evidence(id, 2, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 1);

        Answer settled = Api.at(port)
                .as(People.OLGA)
                .post(path(letters(Status.DEAD).getFirst().id(), "skip"), "{\"reason\":\"agreed with the vendor\"}");

        assertThat(settled.<Integer>at("$.unparked")).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
        assertThat(letters(Status.SKIPPED)).hasSize(1);
    }

    @Test
    void errorOfAHandlerIsBuriedAndTheListenerLives() {
        evidence(id, 1, "error").to("claims");
        await().until(() -> letters(Status.DEAD).size() == 1);

        String other = Sample.freshId();
        evidence(other, 1, "good").to("claims");

        await().until(() -> tallies.find(other).isPresent());
        assertThat(listeners.dead()).isEmpty();
        assertThat(Api.at(port).get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void outageIsNoReasonOfTheRecordsOwn() {
        evidence(id, 1, "outage").to("claims");
        evidence(id, 2, "good").to("claims");
        int before = toxicity.touched.get();
        await().until(() -> toxicity.touched.get() > before + 4);
        assertThat(letters(Status.DEAD)).isEmpty();

        toxicity.heal(id);

        await().until(() -> count() == 2);
    }

    @Test
    void whatIsNoEventIsBuriedAtOnceAndAnnouncedWithItsOrigin() {
        Topics.produce("claims", id, Map.of(), "no event at all".getBytes(StandardCharsets.UTF_8));
        Topics.produce("claims", id + "-null", Map.of("ce_type", "claims.evidence-received.v1"), null);
        Topics.event("claims.evidence-received.v9")
                .subject(id + "-v9")
                .sequence(1)
                .json("{}")
                .to("claims");
        Topics.event("claims.evidence-received.v1")
                .subject(id + "-json")
                .sequence(1)
                .json("[".repeat(5000))
                .to("claims");

        await().until(() -> lettersAbout(id).size() == 4);

        assertThat(lettersAbout(id)).allSatisfy(letter -> {
            assertThat(letter.status()).isEqualTo(Status.DEAD);
            assertThat(letter.reason()).isNotBlank();
        });
        Message announced = Topics.awaitOne("claims.dead-letters", message -> id.equals(message.key()));
        assertThat(announced.header("dead-letter-reason")).contains("CloudEvent");
        assertThat(announced.header("dead-letter-origin")).startsWith("claims/");
        assertThat(announced.header("dead-letter-consumer")).isEqualTo("sample-service.claims");
    }

    @Test
    void recordWithoutKeyHoldsNobodyUp() {
        Topics.produce("claims", null, Map.of("ce_type", "claims.evidence-received.v1"), "{".getBytes());
        String other = Sample.freshId();
        evidence(other, 1, "good").to("claims");

        await().until(() -> tallies.find(other).isPresent());
    }

    @Test
    void eventThatNobodyHereHearsIsPassedOver() {
        Topics.event("claims.claim-closed.v1")
                .subject(id)
                .sequence(1)
                .json("not even JSON")
                .to("claims");
        evidence(id, 2, "good").to("claims");

        await().until(() -> count() == 1);
        assertThat(lettersAbout(id)).isEmpty();
    }

    @Test
    void laneOfAnotherInstancesPastStaysBlocked() {
        evidence(id, 1, "poison").to("claims");
        await().until(() -> letters(Status.DEAD).size() == 1);

        deadLetters.forget("sample-service.claims");
        evidence(id, 2, "good").to("claims");

        await().until(() -> letters(Status.PARKED).size() == 1);
    }

    @Test
    void recordsThatFailSlowNobodyElseDown() {
        for (int i = 0; i < 100; i++) {
            evidence(id + "-" + i, 1, "poison").to("claims");
        }
        evidence(id, 1, "good").to("claims");

        await().until(() -> lettersAbout(id).size() == 100 && count() == 1);
    }

    @Test
    void malformedEnvelopeIsBuriedAtOnce() {
        List<Map<String, String>> envelopes = List.of(
                Map.of("ce_time", "yesterday"),
                Map.of("ce_sequence", "many"),
                Map.of("ce_sequence", "-1"),
                Map.of("ce_id", ""),
                Map.of("ce_specversion", "9.9"),
                Map.of("ce_source", "not a : uri"));
        for (int i = 0; i < envelopes.size(); i++) {
            Map<String, String> headers = new HashMap<>(Map.of(
                    "ce_specversion", "1.0",
                    "ce_type", "claims.evidence-received.v1",
                    "ce_id", "claims/" + id + "/1",
                    "ce_source", "/claims-service",
                    "ce_subject", id + "-" + i,
                    "ce_time", "2026-11-20T10:00:00Z",
                    "ce_vendor", "exporter",
                    "ce_sequence", "1"));
            headers.putAll(envelopes.get(i));
            headers.values().removeIf(String::isEmpty);
            Topics.produce(
                    "claims",
                    id + "-" + i,
                    headers,
                    ("{\"claimId\":\"" + id + "-" + i + "\",\"vendor\":\"exporter\",\"evidenceIds\":[\"e\"]}")
                            .getBytes(StandardCharsets.UTF_8));
        }

        await().until(() -> lettersAbout(id).size() == envelopes.size());

        assertThat(lettersAbout(id))
                .allSatisfy(letter -> assertThat(letter.attempts()).isEqualTo(1));
    }

    @Test
    void reasonQuotesNothingOfTheEvent() {
        Topics.event("claims.evidence-received.v1")
                .subject(id)
                .sequence(1)
                .json("{\"claimId\":Maria}")
                .to("claims");

        await().until(() -> letters(Status.DEAD).size() == 1);

        assertThat(letters(Status.DEAD).getFirst().reason())
                .isEqualTo("the data is not readable JSON (line 1, column 12)")
                .doesNotContain("Maria");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"claimId":"c","vendor":"exporter"}                    | a required property is missing
            {"claimId":"c","vendor":"exporter","evidenceIds":true} | the value of evidenceIds is not of the right kind
            ["c"]                                                  | the data is not of the right kind
            """)
    void reasonNamesThePropertyWhereItIsKnown(String json, String reason) {
        Topics.event("claims.evidence-received.v1")
                .subject(id)
                .sequence(1)
                .json(json)
                .to("claims");

        await().until(() -> letters(Status.DEAD).size() == 1);

        assertThat(letters(Status.DEAD).getFirst().reason()).isEqualTo(reason);
    }

    @Test
    void laneStaysBlockedBehindAnotherThatParkedMoreThanIsRemembered() {
        DeadLetters other = new DeadLetters(database, Clock.systemUTC(), new SimpleMeterRegistry(), 3);
        for (int offset = 0; offset < 5; offset++) {
            other.park(id, record("crowded", offset));
        }
        other.park(id, record("lone", 5));
        other.forget(id);

        assertThat(other.isBlocked(id, record("lone", 6))).isTrue();
        assertThat(other.isBlocked(id, record("free", 7))).isFalse();
    }

    @Test
    void pageBreaksWithinOneInstantLoseNoLetter() {
        Instant at = Instant.parse("2099-01-01T00:00:00Z");
        DeadLetters other = new DeadLetters(database, Clock.fixed(at, ZoneOffset.UTC), new SimpleMeterRegistry());
        for (int offset = 0; offset < 3; offset++) {
            other.bury(id, record("k", offset), new IllegalStateException("bad"), 1);
        }

        List<String> ids = new ArrayList<>();
        Cursor after = new Cursor(at.plusSeconds(1), "");
        for (int page = 0; page < 3; page++) {
            DeadLetter letter =
                    deadLetters.list(Status.DEAD, LetterFilter.ALL, after, 1).getFirst();
            ids.add(letter.id());
            after = new Cursor(letter.buriedAt(), letter.id());
        }

        assertThat(ids).doesNotHaveDuplicates().allMatch(letter -> letter.startsWith(id));
    }

    private ConsumerRecord<String, byte[]> record(String key, long offset) {
        return new ConsumerRecord<>("claims", 0, offset, key, new byte[0]);
    }

    private int count() {
        return tallies.find(id).map(stored -> stored.state().count()).orElse(0);
    }

    private List<DeadLetter> letters(Status status) {
        return deadLetters.list(status, EVER, 1000).stream()
                .filter(letter -> id.equals(letter.key()))
                .toList();
    }

    private List<DeadLetter> lettersAbout(String prefix) {
        return deadLetters.list(Status.DEAD, EVER, 1000).stream()
                .filter(letter -> Optional.ofNullable(letter.key())
                        .map(key -> key.startsWith(prefix))
                        .orElse(false))
                .toList();
    }

    private Answer post(String letter, String act) {
        return Api.at(port).as(People.OLGA).post(path(letter, act), "{}");
    }

    private static String path(String letter, String act) {
        return "/ops/v1/dead-letters/" + letter + "/" + act;
    }
}
