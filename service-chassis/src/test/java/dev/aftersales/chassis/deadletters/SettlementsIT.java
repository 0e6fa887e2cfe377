package dev.aftersales.chassis.deadletters;

import static dev.aftersales.chassis.sample.Sample.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.chassis.sample.Tally;
import dev.aftersales.chassis.sample.Toxicity;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class SettlementsIT {

    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final String LETTERS = "/ops/v1/dead-letters";

    @LocalServerPort
    int port;

    @Autowired
    Aggregates<Tally> tallies;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    Toxicity toxicity;

    private final String id = Sample.freshId();

    @Test
    void lettersAreFoundByWhatTheyHaveInCommon() {
        DeadLetter dead = buried();

        for (String filter : List.of(
                "key=" + id,
                "key=" + id + "&topic=claims&type=claims.evidence-received.v1",
                "key=" + id + "&consumer=sample-service.claims",
                "key=" + id + "&reason=IllegalStateException:%20poisoned")) {
            assertThat(get("?" + filter).<List<String>>at("$.items[*].id")).containsExactly(dead.id());
        }
        for (String filter : List.of(
                "key=" + id + "&topic=diagnosis", "key=" + id + "&type=x", "key=" + id + "&consumer=other.claims")) {
            assertThat(get("?" + filter).<List<String>>at("$.items[*].id")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?colour=red            | colour
            ?key=k&Topic=claims    | Topic
            ?key=                  | key
            ?reason=%20            | reason
            """)
    void listIsRefusedWhereItIsNotSaidWhichLettersAreMeant(String query, String field) {
        Answer refused = get(query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<String>at("$.type")).endsWith(":invalid");
        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"filter":{"key":""},"reason":"mended"}       | filter.key | must not be blank; leave it out to mean any
            {"filter":{"topic":" "},"reason":"mended"}    | filter.topic | must not be blank; leave it out to mean any
            {"filter":{"colour":"red"},"reason":"mended"} | filter.colour | this property is not known here
            {"filter":{"key":"k"},"reason":""}            | reason | must not be blank
            """)
    void orderOnManyIsRefusedWhereItDoesNotSayWhichLettersAreMeantOrWhy(String order, String field, String detail) {
        for (String path : List.of("/redrives", "/skips")) {
            Answer refused = post(path, order);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly(field);
            assertThat(refused.<List<String>>at("$.errors[*].detail")).containsExactly(detail);
        }
    }

    @Test
    void reasonThatIsTooLongIsToldHowLongItMayBe() {
        Answer refused = post("/letter/skip", "{\"reason\":\"" + "r".repeat(501) + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<String>at("$.errors[0].detail")).isEqualTo("size must be between 1 and 500");
    }

    @Test
    void redriveOfManyThatFailsAgainCountsWhatStillWaits() {
        buried();
        evidence(id, 2, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 1);

        Answer redriven = post("/redrives", many(false, 100));

        assertThat(redriven.<String>at("$.items[0].outcome")).isEqualTo("FAILED_AGAIN");
        assertThat(redriven.<Integer>at("$.items[0].parked")).isEqualTo(1);
    }

    @Test
    void summaryCountsWhatHappenedHowOften() {
        buried();

        List<Integer> counts = get("/summary")
                .at("$.groups[?(@.topic=='claims' && @.reason=='IllegalStateException: poisoned')].count");

        assertThat(counts).singleElement().satisfies(count -> assertThat(count)
                .isEqualTo((int) deadLetters.list(Status.DEAD, EVER, 10_000).stream()
                        .filter(letter -> letter.reason().equals("IllegalStateException: poisoned"))
                        .count()));
    }

    @Test
    void lookingShowsSizesAndTheContentTakesAReasonThatStands() {
        DeadLetter dead = buried();

        Answer looked = get("/" + dead.id());
        Answer unreasoned = post("/" + dead.id() + "/disclosure", "{}");
        Answer disclosed = post("/" + dead.id() + "/disclosure", "{\"reason\":\"why does it fail?\"}");

        assertThat(looked.text()).doesNotContain("evidenceIds");
        assertThat(looked.<String>at("$.sha256")).hasSize(64);
        assertThat(looked.<List<String>>at("$.headers[*].name")).contains("ce_type", "ce_id");
        assertThat(unreasoned.status()).isEqualTo(400);
        assertThat(new String(Base64.getDecoder().decode(disclosed.<String>at("$.value"))))
                .contains("evidenceIds");
        assertThat(find(dead).acts()).singleElement().satisfies(act -> {
            assertThat(act.what()).isEqualTo("disclose");
            assertThat(act.person()).isEqualTo("olga");
            assertThat(act.reason()).isEqualTo("why does it fail?");
        });
    }

    @Test
    void dryRunSaysWhatWouldBeTriedAndChangesNothing() {
        DeadLetter dead = buried();
        evidence(id, 2, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 1);

        Answer planned = post("/redrives", many(true, 100));

        assertThat(planned.<String>at("$.items[0].outcome")).isEqualTo("WOULD_BE_TRIED");
        assertThat(planned.<Integer>at("$.items[0].parked")).isEqualTo(1);
        assertThat(find(dead).acts()).isEmpty();
        assertThat(letters(Status.PARKED)).hasSize(1);
    }

    @Test
    void redriveOfManyTakesEachAggregateInItsOrder() {
        buried();
        evidence(id, 2, "good").to("claims");
        evidence(id, 3, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 2);
        toxicity.heal(id);

        Answer redriven = post("/redrives", many(false, 100));

        assertThat(redriven.<String>at("$.items[0].outcome")).isEqualTo("HANDLED");
        assertThat(redriven.<Integer>at("$.items[0].unparked")).isEqualTo(2);
        assertThat(count()).isEqualTo(3);
        assertThat(letters(Status.HANDLED))
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.acts()).singleElement().satisfies(act -> {
                    assertThat(act.person()).isEqualTo("olga");
                    assertThat(act.outcome()).isEqualTo("handled");
                }));
    }

    @Test
    void oneOrderIsCapped() {
        assertThat(post("/redrives", many(true, 201)).status()).isEqualTo(400);
        String one = Sample.freshId();
        evidence(one, 1, "poison").to("claims");
        await().until(() ->
                !get("?key=" + one).<List<String>>at("$.items[*].id").isEmpty());
        buried();

        Answer planned = post(
                "/redrives",
                "{\"filter\":{\"topic\":\"claims\",\"reason\":\"IllegalStateException: poisoned\"},"
                        + "\"reason\":\"mended\",\"limit\":1,\"dryRun\":true}");

        assertThat(planned.<List<String>>at("$.items[*].id")).hasSize(1);
        assertThat(planned.<Boolean>at("$.more")).isTrue();
    }

    @Test
    void whatFailsEveryRedriveIsTriedAgainOnlyByForce() {
        DeadLetter dead = buried();
        for (int i = 0; i < Settlements.MOST_REDRIVES; i++) {
            assertThat(post("/" + dead.id() + "/redrive", "{}").<String>at("$.type"))
                    .endsWith("failed-again");
        }
        toxicity.heal(id);

        assertThat(post("/" + dead.id() + "/redrive", "{}").<String>at("$.type"))
                .endsWith("redriven-too-often");
        Answer bulk = post("/redrives", many(false, 100));
        assertThat(bulk.<List<String>>at("$.items[*].id")).isEmpty();
        assertThat(bulk.<Integer>at("$.refused")).isEqualTo(1);
        assertThat(post("/" + dead.id() + "/redrive", "{\"force\":true}").status())
                .isEqualTo(400);
        Answer forced = post("/" + dead.id() + "/redrive", "{\"force\":true,\"reason\":\"the release is out\"}");

        assertThat(forced.status()).isEqualTo(200);
        assertThat(forced.<String>at("$.letter.acts[3].what")).isEqualTo("forced redrive");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void parkedOneThatFailsInItsTurnIsDeadAndTheRestStaysParked() {
        DeadLetter dead = buried();
        evidence(id, 2, "error").to("claims");
        evidence(id, 3, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 2);

        post("/" + dead.id() + "/skip", "{\"reason\":\"not needed\"}");

        assertThat(letters(Status.DEAD)).singleElement().satisfies(next -> {
            assertThat(next.acts().getFirst().outcome()).startsWith("failed: StackOverflowError");
            assertThat(post("/" + next.id() + "/skip", "{\"reason\":\"nor this\"}")
                            .<Integer>at("$.unparked"))
                    .isEqualTo(1);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void skippingManyNeedsToSayWhich() {
        DeadLetter dead = buried();

        assertThat(post("/skips", "{\"reason\":\"all of them\"}").<String>at("$.type"))
                .endsWith("filter-needed");
        assertThat(post("/skips", many(true, 10)).<String>at("$.items[0].outcome"))
                .isEqualTo("WOULD_BE_SKIPPED");
        assertThat(find(dead).status()).isEqualTo(Status.DEAD);
        assertThat(post("/skips", many(false, 10)).<String>at("$.items[0].outcome"))
                .isEqualTo("SKIPPED");
        assertThat(find(dead).acts().getFirst().outcome()).isEqualTo("skipped");
    }

    @Test
    void secondOperatorFindsTheLetterInHandAndWhatComesMeanwhileFollowsInOrder() {
        DeadLetter dead = buried();
        toxicity.heal(id);
        toxicity.hold(id);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post("/" + dead.id() + "/redrive", "{}"));
        await().until(() -> toxicity.isHolding(id));
        evidence(id, 2, "good").to("claims");
        evidence(id, 3, "good").to("claims");
        await().until(() -> letters(Status.PARKED).size() == 2);

        assertThat(post("/" + dead.id() + "/redrive", "{}").<String>at("$.type"))
                .endsWith("in-hand");
        assertThat(post("/" + dead.id() + "/skip", "{\"reason\":\"r\"}").<String>at("$.type"))
                .endsWith("in-hand");
        toxicity.release(id);

        assertThat(first.join().<Integer>at("$.unparked")).isEqualTo(2);
        assertThat(find(dead).acts()).hasSize(1);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void outageLeavesTheLetterAsItWasAndSaysSo() {
        DeadLetter dead = buried();
        toxicity.cutOff(id);

        Answer answer = post("/" + dead.id() + "/redrive", "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(find(dead).status()).isEqualTo(Status.DEAD);
        assertThat(find(dead).redrives()).isZero();
        assertThat(find(dead).acts().getFirst().outcome()).contains("outage");
        toxicity.heal(id);
        assertThat(post("/" + dead.id() + "/redrive", "{}").status()).isEqualTo(200);
    }

    private DeadLetter buried() {
        evidence(id, 1, "poison").to("claims");
        await().until(() -> letters(Status.DEAD).size() == 1);
        return letters(Status.DEAD).getFirst();
    }

    private String many(boolean dryRun, int limit) {
        return "{\"filter\":{\"key\":\"%s\"},\"reason\":\"mended\",\"limit\":%d,\"dryRun\":%b}"
                .formatted(id, limit, dryRun);
    }

    private DeadLetter find(DeadLetter letter) {
        return deadLetters.find(letter.id()).orElseThrow();
    }

    private List<DeadLetter> letters(Status status) {
        return deadLetters.list(status, EVER, 10_000).stream()
                .filter(letter -> id.equals(letter.key()))
                .toList();
    }

    private int count() {
        return tallies.find(id).map(stored -> stored.state().count()).orElse(0);
    }

    private Answer get(String path) {
        return Api.at(port).as(People.OLGA).get(LETTERS + path);
    }

    private Answer post(String path, String body) {
        return Api.at(port).as(People.OLGA).post(LETTERS + path, body);
    }
}
