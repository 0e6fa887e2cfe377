package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.aftersales.claims.GivenBatches;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.Lag;
import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lines of a batch issue that are decided together, each by the rules of a single decision. */
@ServiceIT
class BulkDecisionsIT {

    private static final String PATH = "/api/v1/claims/bulk-decisions";

    @LocalServerPort
    int port;

    @Autowired
    MongoDatabase database;

    GivenClaims given;
    GivenBatches batch;
    String suspected;
    String admitted;

    @BeforeEach
    void twoClaimsOfAnIssueOfWhichOneWaitsForAReview() {
        given = GivenClaims.at(port);
        batch = GivenBatches.unique();
        suspected = suspected(unique("S"), unique("S"));
        admitted = given.admitted(unique("S"));
        batch.detected(1, line(suspected, 1), line(suspected, 2), line(admitted, 1));
        Lag.awaitNone(Topic.BATCH_ISSUES);
    }

    @Test
    void reviewsAllLinesOfAnIssueWithOneExplanationAndSaysWhichItCouldNot() {
        // When
        Answer asked = ask(People.ANNA, unique("key"), review("DISMISS", ""));

        // Then
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        Answer done = done(asked);
        assertThat(done.<Integer>at("$.decided")).isEqualTo(2);
        assertThat(done.<Integer>at("$.refused")).isEqualTo(1);
        assertThat(given.state(suspected)).isEqualTo("IN_DIAGNOSIS");
        assertThat(outcomes(done).<List<Boolean>>at("$.items[?(@.claim=='" + suspected + "')].lines[*].decided"))
                .containsExactly(true, true);
        assertThat(outcomes(done).<List<String>>at("$.items[?(@.claim=='" + admitted + "')].lines[*].refusal"))
                .containsExactly("not-in-review");
        Answer timeline = given.timeline(suspected);
        assertThat(timeline.<List<String>>at("$.entries[?(@.what=='DECIDED_IN_BULK')].note"))
                .containsExactly(asked.<String>at("$.id"));
        assertThat(timeline.<List<String>>at("$.entries[?(@.what=='SUSPICION_DISMISSED')].by.id"))
                .containsExactly("anna");
        assertThat(Api.at(port)
                        .as(People.ANNA)
                        .get("/api/v1/claims/" + suspected + "/decision?history=true")
                        .text())
                .contains("The lot was dropped.");
        assertThat(Api.at(port)
                        .as(People.MARIA)
                        .get("/api/v1/claims/" + suspected + "/decision")
                        .<List<String>>at("$.lines[*].toCustomer"))
                .as("the customer reads why")
                .containsExactly("The lot was dropped.", "The lot was dropped.");
    }

    /** The dismissal itself leads to no answer. */
    @Test
    void announcesWhatWasSaidBeforeTheDiagnosisWithTheDecisionAfterIt() {
        // Given
        done(ask(People.ANNA, unique("key"), review("DISMISS", "")));
        GivenEvents diagnosis = GivenEvents.of(suspected);

        // When
        diagnosis.concluded(1, "WATER_INGRESS", true, Route.PARTS, 1, 2);
        diagnosis.concluded(1, "WATER_INGRESS", true, Route.PARTS, 1, 2);

        // Then
        List<Message> decisions = awaitDecisions(suspected, 2);
        assertThat(decisions.getFirst().text()).as("of the suspicion").doesNotContain("explained");
        assertThat(decisions.getLast().<List<Boolean>>at("$.lines[*].explained"))
                .containsExactly(true, true);
    }

    @Test
    void isOrderedOnceThoughItIsSentTwice() {
        // Given
        String key = unique("key");
        Answer first = ask(People.ANNA, key, review("DISMISS", ""));

        // When
        Answer again = ask(People.ANNA, key, review("DISMISS", ""));
        Answer other = ask(People.ANNA, key, review("CONFIRM", ""));

        // Then
        assertThat(again.<String>at("$.id")).isEqualTo(first.at("$.id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.<String>at("$.type")).endsWith("idempotency-key-reused");
    }

    /** As if an instance had died after its claims were decided and before it wrote that down. */
    @Test
    void decidesNothingTwiceWhenItIsCarriedOutAgain() {
        // Given
        Answer first = done(ask(People.ANNA, unique("key"), review("DISMISS", "")));

        // When
        database.getCollection("bulk-decisions")
                .updateOne(
                        Filters.eq("_id", first.<String>at("$.id")),
                        Updates.combine(
                                Updates.set("open", true),
                                Updates.set("state.after", ""),
                                Updates.set("state.claims", 0),
                                Updates.set("state.decided", 0),
                                Updates.set("state.refused", 0),
                                Updates.unset("state.doneAt"),
                                Updates.inc("version", 1L)));

        // Then
        Answer second = done(first);
        assertThat(second.<Integer>at("$.decided")).isEqualTo(2);
        assertThat(second.<Integer>at("$.refused")).isEqualTo(1);
        assertThat(given.timeline(suspected).<List<String>>at("$.entries[*].what"))
                .containsOnlyOnce("DECIDED_IN_BULK", "SUSPICION_DISMISSED");
    }

    @Test
    void decidesTheSelectedLinesOnly() {
        // When
        Answer done = done(ask(
                People.ANNA,
                unique("key"),
                review(
                        "DISMISS",
                        ",\"claims\":[{\"claim\":\"%s\",\"lines\":[2]},{\"claim\":\"%s\",\"lines\":[7]}]"
                                .formatted(suspected, admitted))));

        // Then
        assertThat(done.<Integer>at("$.decided")).isEqualTo(1);
        assertThat(outcomes(done).<List<String>>at("$.items[?(@.claim=='" + admitted + "')].lines[*].refusal"))
                .containsExactly("not-in-batch-issue");
        assertThat(given.claim(suspected).<List<String>>at("$.lines[*].state"))
                .containsExactly("IN_REVIEW", "IN_DIAGNOSIS");
    }

    @Test
    void refusesAllWhereAClaimIsNamedThatIsNotInTheIssueAndDecidesNothing() {
        // Given
        String notOfIt = suspected(unique("S"));
        String key = unique("key");
        String selected = ",\"claims\":[{\"claim\":\"%s\"},{\"claim\":\"clm-none\"},{\"claim\":\"%s\"}]"
                .formatted(suspected, notOfIt);

        // When
        Answer refused = ask(People.ANNA, key, review("DISMISS", selected));

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).endsWith("claim-not-in-batch-issue");
        assertThat(refused.<List<String>>at("$.claims")).containsExactly("clm-none", notOfIt);
        assertThat(done(ask(
                                People.ANNA,
                                key,
                                review("DISMISS", ",\"claims\":[{\"claim\":\"%s\"}]".formatted(admitted))))
                        .<Integer>at("$.refused"))
                .as("the key is free")
                .isEqualTo(1);
        assertThat(given.claim(suspected).<List<String>>at("$.lines[*].state")).containsOnly("IN_REVIEW");
    }

    @Test
    void answersARepeatAlsoWhenItsClaimHasLeftTheIssue() {
        // Given
        String key = unique("key");
        String body = review("DISMISS", ",\"claims\":[{\"claim\":\"%s\"}]".formatted(admitted));
        Answer first = done(ask(People.ANNA, key, body));
        batch.grew(2, List.of(), List.of(line(admitted, 1)));
        Lag.awaitNone(Topic.BATCH_ISSUES);

        // When
        Answer again = ask(People.ANNA, key, body);

        // Then
        assertThat(again.<String>at("$.id")).isEqualTo(first.at("$.id"));
    }

    @Test
    void grantsGoodwillToWhatIsAnsweredByTheRulesOfASingleGrant() {
        // Given
        GivenEvents.of(admitted).concluded(2, "WATER_INGRESS", true, Route.PARTS, 1);
        Topics.awaitEvent("claims", "claims.coverage-decided.v1", admitted);

        // When
        String grant = """
                {"batchIssue":"%s","override":{"grant":"FULL"},"reason":"The lot was dropped."}""".formatted(batch.id());
        Answer notHers = done(ask(People.AMIRA, unique("key"), grant));
        Answer done = done(ask(People.VIKTOR, unique("key"), grant));

        // Then
        assertThat(outcomes(notHers).<List<String>>at("$.items[*].lines[*].refusal"))
                .containsOnly("not-yours-to-grant");
        assertThat(given.state(admitted)).isEqualTo("AUTHORISED");
        assertThat(Api.at(port)
                        .as(People.MARIA)
                        .get("/api/v1/claims/" + admitted + "/decision")
                        .<String>at("$.lines[0].goodwill.toCustomer"))
                .isEqualTo("The lot was dropped.");
        assertThat(done.<Integer>at("$.decided")).isEqualTo(1);
        assertThat(outcomes(done).<List<String>>at("$.items[?(@.claim=='" + suspected + "')].lines[*].refusal"))
                .containsOnly("nothing-to-grant");
        List<Message> decisions = awaitDecisions(admitted, 2);
        assertThat(decisions.getFirst().text())
                .as("nobody has said anything yet")
                .doesNotContain("explained");
        assertThat(decisions.getLast().<List<Boolean>>at("$.lines[*].explained"))
                .as("so that the mail says where to read it")
                .containsExactly(true);
        assertThat(decisions.getLast().text()).as("free text is in no event").doesNotContain("The lot was dropped.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FELIX | "review":"DISMISS"                               | 403 | not-yours-to-review
            ANNA  | "contractNumber":"C"                             | 400 | invalid
            ANNA  | "review":"DISMISS","override":{"grant":"FULL"}   | 422 | contradicts-itself
            ANNA  | "override":{"grant":["FULL","PARTS"]}            | 422 | contradicts-itself
            """)
    void refusesWhatIsNoDecisionOfThatPerson(People person, String decision, int status, String type) {
        Answer answer = ask(person, unique("key"), """
                {"batchIssue":"%s",%s,"reason":"The lot was dropped."}""".formatted(batch.id(), decision));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.<String>at("$.type")).endsWith(type);
    }

    @Test
    void refusesAnIssueInWhichNoClaimCounts() {
        Answer answer = ask(People.ANNA, unique("key"), """
                {"batchIssue":"bat-none","review":"DISMISS","reason":"The lot was dropped."}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).endsWith("batch-issue-unknown");
    }

    private static List<Message> awaitDecisions(String claim, int many) {
        return decisions(
                claim, Topics.await("claims", all -> decisions(claim, all).size() >= many));
    }

    private static List<Message> decisions(String claim, List<Message> all) {
        return all.stream()
                .filter(one -> one.type().equals("claims.coverage-decided.v1"))
                .filter(one -> one.subject().equals(claim))
                .toList();
    }

    private String suspected(String... serials) {
        Answer submitted = given.submit(body(given.contract(serials), given.photo(People.MARIA), serials)
                .replace("\"faultCode\"", "\"declaredCause\":\"WATER_INGRESS\",\"faultCode\""));
        assertThat(submitted.<String>at("$.state")).isEqualTo("IN_REVIEW");
        return submitted.at("$.id");
    }

    private static CountedLine line(String claim, int number) {
        return new CountedLine(claim, number, claim + "-" + number, 1, GivenBatches.REACHED);
    }

    private String review(String outcome, String selected) {
        return "{\"batchIssue\":\"%s\",\"review\":\"%s\",\"reason\":\"The lot was dropped.\"%s}"
                .formatted(batch.id(), outcome, selected);
    }

    private Answer ask(People person, String key, String body) {
        return Api.at(port).as(person).with("Idempotency-Key", key).post(PATH, body);
    }

    private Answer done(Answer asked) {
        assertThat(asked.status()).as(asked.toString()).isIn(200, 202);
        String path = PATH + "/" + asked.<String>at("$.id");
        return await().atMost(Topics.PATIENCE)
                .until(() -> Api.at(port).as(People.ANNA).get(path), answer -> answer.<String>at("$.state")
                        .equals("DONE"));
    }

    private Answer outcomes(Answer bulk) {
        return Api.at(port).as(People.ANNA).get(bulk.<String>at("$.outcomes"));
    }
}
