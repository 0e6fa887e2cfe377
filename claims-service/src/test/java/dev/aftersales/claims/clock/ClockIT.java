package dev.aftersales.claims.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.time.BusinessClock;
import dev.aftersales.claims.versions.MovableClock;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** In the context of the policy changes, whose own clock is another: nobody here lives by the suite's. */
@ServiceIT
@ActiveProfiles("simulation")
@Import(MovableClock.Beans.class)
class ClockIT {

    @LocalServerPort
    int port;

    @Autowired
    BusinessClock businessClock;

    private Api olga;
    private Duration before;

    @BeforeEach
    void whereItStands() {
        olga = Api.at(port).as(People.OLGA);
        before = offset();
    }

    @Test
    void movesAndAnswersOnceEveryInstanceFollows() {
        Answer moved = olga.post("/ops/v1/clock", "{\"advance\": \"P2D\"}");

        Duration after = before.plusHours(48);
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(Duration.parse(moved.at("$.offset"))).isEqualTo(after);
        assertThat(moved.<List<String>>at("$.followers[*].service")).contains("claims-service");
        assertThat(moved.<List<String>>at("$.followers[?(@.state == 'BEHIND')]"))
                .isEmpty();
        assertThat(businessClock.offset()).isEqualTo(after);
        assertThat(Duration.between(
                        Instant.parse(moved.at("$.machineTime")), Instant.parse(moved.at("$.businessTime"))))
                .isEqualTo(after);
    }

    @Test
    void tellsOfTheMoveWithMachineTimeOnTheRecord() {
        olga.post("/ops/v1/clock", "{\"advance\": \"PT7H\"}");

        String offset = before.plusHours(7).toString();
        Message told = Topics.awaitOne(
                "clock",
                m -> m.type().equals("clock.clock-advanced.v1")
                        && m.at("$.offset").equals(offset));
        assertThat(told.key()).isEqualTo("suite");
        assertThat(told.<String>at("$.by")).isEqualTo("PT7H");
        assertThat(told.text()).doesNotContain("olga");
        assertThat(told.stamped()).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void theSameRequestUnderItsKeyMovesOnceAndAnotherUnderItIsRefused() {
        Api keyed = olga.with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = keyed.post("/ops/v1/clock", "{\"advance\": \"PT1H\"}");
        Answer again = keyed.post("/ops/v1/clock", "{\"advance\": \"PT1H\"}");
        Answer other = keyed.post("/ops/v1/clock", "{\"advance\": \"PT2H\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertProblem(other, 409, "idempotency-key-reused");
        assertThat(offset()).isEqualTo(before.plusHours(1));
    }

    @Test
    void theSameRequestFromTheSameOffsetMovesOnceAndAnotherFromThereIsRefused() {
        String there = "\"expectedOffset\": \"" + before + "\"}";

        Answer first = olga.post("/ops/v1/clock", "{\"advance\": \"PT1H\", " + there);
        Answer again = olga.post("/ops/v1/clock", "{\"advance\": \"PT1H\", " + there);
        Answer other = olga.post("/ops/v1/clock", "{\"advance\": \"PT2H\", " + there);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertProblem(other, 409, "clock-stands-elsewhere");
        assertThat(offset()).isEqualTo(before.plusHours(1));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,not-forward",
        "-PT1H,not-forward",
        "PT0.5S,not-whole-seconds",
        "PT1.000000001S,not-whole-seconds",
        "P1M,no-duration",
        "tomorrow,no-duration",
        "P3653D,too-far",
        "PT2562047788015215H,too-far"
    })
    void refusesWhatIsNoWayForward(String advance, String problem) {
        Answer refused = olga.post("/ops/v1/clock", "{\"advance\": \"" + advance + "\"}");

        assertProblem(refused, 422, problem);
        assertThat(offset()).isEqualTo(before);
    }

    @Test
    void refusesARequestThatSaysNothing() {
        assertProblem(olga.post("/ops/v1/clock", "{}"), 400, "invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                | advance        | notNull
            {"advance": 172800}                               | advance        | readable
            {"advance": "PT0.5S"}                             | advance        | wholeSeconds
            {"advance": "-PT1H"}                              | advance        | forward
            {"advance": "tomorrow"}                           | advance        | duration
            {"advance": "PT1H", "expectedOffset": "a while"}  | expectedOffset | duration
            """)
    void namesTheFieldThatIsWrongAndItsRule(String body, String field, String rule) {
        Answer refused = olga.post("/ops/v1/clock", body);

        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly(field);
        assertThat(refused.<List<String>>at("$.errors[*].rule")).containsExactly(rule);
        assertThat(offset()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = People.class,
            names = {"MARIA", "ANNA", "PETRA", "WANG"})
    void isForPlatformOpsAlone(People person) {
        assertThat(Api.at(port).as(person).get("/ops/v1/clock").status()).isEqualTo(403);
        assertThat(Api.at(port)
                        .as(person)
                        .post("/ops/v1/clock", "{\"advance\": \"PT1H\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Api.at(port).get("/ops/v1/clock").status()).isEqualTo(401);
    }

    private Duration offset() {
        return Duration.parse(olga.get("/ops/v1/clock").at("$.offset"));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + type);
    }
}
