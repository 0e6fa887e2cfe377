package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What may happen to a decision that was given: a dispute, and goodwill beside it. */
@ServiceIT
class ContestedDecisionIT {

    private static final String FULL = "{\"lines\":[1],\"grant\":\"FULL\",\"reason\":\"A customer of twenty years.\"}";

    @LocalServerPort
    int port;

    GivenClaims given;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
    }

    @Test
    void judgesAnewWhatIsUpheldAndKeepsTheHistory() {
        // Given
        String claim = wet();
        String dispute = dispute("A3.2", given.photo(People.MARIA));

        // When
        Answer disputed = disputes(People.MARIA, claim, dispute);
        Answer again = disputes(People.MARIA, claim, dispute);
        String during = given.state(claim);
        Answer upheld = decide(People.ANNA, claim, 1, "UPHELD");

        // Then
        assertThat(disputed.status()).as(disputed.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(disputed.text());
        assertThat(during).isEqualTo("IN_REVIEW");
        assertThat(upheld.status()).as(upheld.toString()).isEqualTo(200);
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);
        Message told = Topics.awaitEvent("claims", "claims.coverage-disputed.v1", claim);
        assertThat(told.<List<String>>at("$.clauses")).containsExactly("A3.2");
        assertThat(told.text()).doesNotContain("seal was");
        Message ended = Topics.awaitEvent("claims", "claims.dispute-decided.v1", claim);
        assertThat(ended.<List<Integer>>at("$.judged")).containsExactly(1);
        assertThat(coverageTold(claim).getLast().<Boolean>at("$.dispute.upheld"))
                .isTrue();
        Answer decision = Api.at(port).as(People.MARIA).get("/api/v1/claims/" + claim + "/decision?history=true");
        assertThat(decision.<List<String>>at("$.history[?(@.verdict)].verdict"))
                .containsExactly("NOT_COVERED_OFFER_QUOTE", "COVERED");
        assertThat(decision.<List<String>>at("$.history[*].pass"))
                .containsExactly("FIRST", "AFTER_DIAGNOSIS", "AFTER_DIAGNOSIS");
        assertThat(decision.<String>at("$.history[2].by.id")).isEqualTo("anna");
        assertThat(decision.<List<String>>at("$.explanations[*].id"))
                .as("in order of time")
                .startsWith(decision.<List<String>>at("$.history[*].explanationId").stream()
                        .distinct()
                        .toArray(String[]::new));
        assertThat(decision.<List<String>>at("$.lines[0].clauses"))
                .as("every clause that is cited, as in an evaluation")
                .isEqualTo(
                        decision
                                .<List<String>>at("$.explanations[?(@.verdict == 'COVERED')].citations[*].clause")
                                .stream()
                                .distinct()
                                .toList());
        assertThat(decision.<List<String>>at("$.lines[0].deciding"))
                .contains("A2.0")
                .doesNotContain("A3.2");
    }

    @Test
    void leavesWhatIsRejectedWhereItWas() {
        // Given
        String claim = wet();
        disputes(People.MARIA, claim, dispute("A3.2", given.photo(People.MARIA)));

        // When
        Answer rejected = decide(People.ANNA, claim, 1, "REJECTED");
        Answer again = decide(People.ANNA, claim, 1, "REJECTED");
        Answer otherwise = decide(People.ANNA, claim, 1, "UPHELD");

        // Then
        assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(rejected.text());
        assertThat(otherwise.status()).isEqualTo(409);
        assertThat(given.state(claim)).isEqualTo("NOT_COVERED");
        assertThat(given.claim(claim).<String>at("$.lines[0].quoteRoute")).endsWith("/quote");
        Answer list = Api.at(port).as(People.MARIA).get("/api/v1/claims/" + claim + "/disputes");
        assertThat(list.<String>at("$.items[0].decision.outcome")).isEqualTo("REJECTED");
        assertThat(list.<String>at("$.items[0].decision.reason")).isEqualTo("Looked twice.");
        Message ended = Topics.awaitEvent("claims", "claims.dispute-decided.v1", claim);
        assertThat(ended.<String>at("$.outcome")).isEqualTo("REJECTED");
        assertThat(ended.text()).doesNotContain("Looked twice");
        assertThat(ended.<List<String>>at("$.standing[*].clause")).containsExactly("A3.2");
        assertThat(ended.text()).doesNotContain("judged");
        Message coverage = coverageTold(claim).getLast();
        assertThat(coverage.<Boolean>at("$.dispute.upheld")).isFalse();
        assertThat(coverage.<List<Boolean>>at("$.lines[*].toldBefore")).containsExactly(true);
    }

    @Test
    void tellsHowADisputeEndedEvenWhereNoVerdictComesOfIt() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.expiredContract(serial), given.photo(People.MARIA), serial))
                .at("$.id");
        Answer disputed = disputes(People.MARIA, claim, dispute("A3.1", given.photo(People.MARIA)));
        assertThat(disputed.status()).as(disputed.toString()).isEqualTo(201);

        // When
        decide(People.ANNA, claim, 1, "UPHELD");
        decide(People.ANNA, claim, 1, "UPHELD");

        // Then
        assertThat(given.state(claim)).isEqualTo("IN_DIAGNOSIS");
        Message ended = Topics.awaitEvent("claims", "claims.dispute-decided.v1", claim);
        assertThat(ended.<String>at("$.outcome")).isEqualTo("UPHELD");
        assertThat(ended.<Integer>at("$.dispute")).isEqualTo(1);
        assertThat(ended.<List<Integer>>at("$.lines")).containsExactly(1);
        assertThat(ended.<List<String>>at("$.clauses")).containsExactly("A3.1");
        assertThat(ended.text()).doesNotContain("judged", "standing");
    }

    private static List<Message> coverageTold(String claim) {
        return Topics.about(claim, "claims").stream()
                .filter(message -> message.type().equals("claims.coverage-decided.v1"))
                .toList();
    }

    @Test
    void refusesADisputeThatContestsNothingOrBringsNothing() {
        // Given
        String claim = wet();
        String photo = given.photo(People.MARIA);

        // When
        Answer otherClause = disputes(People.MARIA, claim, dispute("A3.5", photo));
        Answer nothing = disputes(People.MARIA, claim, dispute("A3.2", null));
        Answer otherLine = disputes(People.MARIA, claim, dispute("A3.2", photo).replace("[1]", "[2]"));
        Answer foreign = disputes(People.CHEN, claim, dispute("A3.2", photo));
        Answer undecided = disputes(People.MARIA, given.admitted(unique("S")), dispute("A3.2", photo));

        // Then
        assertThat(otherClause.<String>at("$.type")).isEqualTo("urn:aftersales:problem:clause-not-against");
        assertThat(otherClause.<List<String>>at("$.against")).contains("A3.2");
        assertThat(nothing.<String>at("$.type")).isEqualTo("urn:aftersales:problem:nothing-new");
        assertThat(otherLine.<String>at("$.type")).isEqualTo("urn:aftersales:problem:line-unknown");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(undecided.<String>at("$.type")).isEqualTo("urn:aftersales:problem:nothing-to-dispute");
    }

    @Test
    void grantsGoodwillBesideTheVerdict() {
        // Given
        String claim = wet();

        // When
        Answer granted = override(People.VIKTOR, claim, FULL);
        Answer again = override(People.VIKTOR, claim, FULL);

        // Then
        assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(granted.text());
        assertThat(granted.<String>at("$.state")).isEqualTo("AUTHORISED");
        assertThat(granted.<String>at("$.lines[0].verdict")).isEqualTo("NOT_COVERED_OFFER_QUOTE");
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);
        Answer timeline = given.timeline(claim);
        assertThat(timeline.<List<String>>at("$.entries[?(@.what == 'GOODWILL_GRANTED')].by.id"))
                .containsExactly("viktor");
        assertThat(timeline.text()).doesNotContain("twenty years");
        String path = "/api/v1/claims/" + claim + "/decision";
        assertThat(Api.at(port).as(People.VIKTOR).get(path).<String>at("$.lines[0].goodwill.reason"))
                .contains("twenty years");
        Answer read = Api.at(port).as(People.MARIA).get(path);
        assertThat(read.text()).doesNotContain("twenty years");
        assertThat(read.<String>at("$.lines[0].goodwill.text")).contains("the vendor bears all of it", "R-A-GOODWILL");
        assertThat(Api.at(port).as(People.MARIA).get(path + "?lang=zh").<String>at("$.lines[0].goodwill.text"))
                .contains("费用全部由供应商承担");
        assertThat(Api.at(port)
                        .as(People.VIKTOR)
                        .get("/api/v1/claims?reading=R-A-GOODWILL&limit=100")
                        .<List<String>>at("$.items[*].id"))
                .contains(claim);
    }

    @Test
    void looksIntoWhatNobodyHasLookedAtBeforeTheGrantTakesEffect() {
        // Given
        String serial = unique("S");
        String claim = given.submit(body(given.expiredContract(serial), given.photo(People.MARIA), serial))
                .at("$.id");
        assertThat(given.state(claim)).isEqualTo("NOT_COVERED");

        // When
        Answer granted = override(People.VIKTOR, claim, FULL);
        GivenEvents.of(claim).workmanship(2, 1);

        // Then
        assertThat(granted.<String>at("$.state")).as(granted.toString()).isEqualTo("IN_DIAGNOSIS");
        Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim);
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo("AUTHORISED"));
        assertThat(given.claim(claim).<String>at("$.lines[0].verdict")).isEqualTo("NOT_COVERED_OFFER_QUOTE");
    }

    @Test
    void leavesTheRestToTheCustomerWhenOnlyLabourIsGranted() {
        // Given
        String claim = wet();

        // When
        Answer granted = override(People.VIKTOR, claim, FULL.replace("\"FULL\"", "[\"LABOUR\"]"));

        // Then
        assertThat(granted.<String>at("$.state")).as(granted.toString()).isEqualTo("PARTLY_COVERED");
        assertThat(granted.<String>at("$.lines[0].quoteRoute")).endsWith("/quote");
    }

    @Test
    void letsOnlyThoseGrantWhomThePolicyNames() {
        // Given
        String claim = wet();

        // When
        Answer agent = override(People.ANNA, claim, FULL);
        Answer twice = override(People.VIKTOR, claim, FULL.replace("\"FULL\"", "[\"FULL\",\"PARTS\"]"));
        Answer undecided = override(People.VIKTOR, given.admitted(unique("S")), FULL);

        // Then
        assertThat(agent.status()).isEqualTo(403);
        assertThat(agent.<List<String>>at("$.roles")).containsExactly("vendor-ops");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(undecided.<String>at("$.type")).isEqualTo("urn:aftersales:problem:nothing-to-grant");
        assertThat(given.state(claim)).isEqualTo("NOT_COVERED");
    }

    @Test
    void listsClaimsByClauseAndShowsTheDecisionInTheReadersLanguage() {
        // Given
        String claim = wet();
        Api maria = Api.at(port).as(People.MARIA);
        String path = "/api/v1/claims/" + claim + "/decision";

        // When
        Answer byClause = maria.get("/api/v1/claims?clause=A3.2&limit=100");
        Answer byReading = maria.get("/api/v1/claims?reading=R-A15&limit=100");
        Answer byOther = maria.get("/api/v1/claims?clause=A3.9&limit=100");

        // Then
        assertThat(byClause.<List<String>>at("$.items[*].id")).contains(claim);
        assertThat(byReading.<List<String>>at("$.items[*].id")).contains(claim);
        assertThat(byOther.<List<String>>at("$.items[*].id")).doesNotContain(claim);
        assertThat(maria.get(path + "?lang=zh").<String>at("$.explanations[0].text"))
                .contains("保修");
        assertThat(maria.with("Accept-Language", "zh-CN,zh;q=0.9").get(path).<String>at("$.explanations[0].text"))
                .contains("保修");
        assertThat(maria.get(path).<String>at("$.explanations[0].text")).doesNotContain("保修");
        assertThat(maria.get(path + "?lang=fr").status()).isEqualTo(400);
    }

    /** A claim whose unit got wet, as a technician established: not covered. */
    private String wet() {
        String claim = given.admitted(unique("S"));
        GivenEvents.of(claim).concluded(1, "WATER_INGRESS", true, Route.PARTS, 1);
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo("NOT_COVERED"));
        return claim;
    }

    private static String dispute(String clause, String photo) {
        return """
                {"lines":[1],"clauses":["%s"],"statement":"The seal was broken when it came.","evidenceIds":[%s]}""".formatted(clause, photo == null ? "" : "\"" + photo + "\"");
    }

    private Answer disputes(People person, String claim, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/disputes", body);
    }

    private Answer decide(People person, String claim, int dispute, String outcome) {
        return Api.at(port)
                .as(person)
                .post(
                        "/api/v1/claims/" + claim + "/disputes/" + dispute + "/decision",
                        "{\"outcome\":\"" + outcome + "\",\"reason\":\"Looked twice.\"}");
    }

    private Answer override(People person, String claim, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/override", body);
    }
}
