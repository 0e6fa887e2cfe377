package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.GivenVendors;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ReviewIT {

    private static final String CONFIRM = "{\"outcome\":\"CONFIRM\",\"reason\":\"Rust on the board.\"}";
    private static final String DISMISS = "{\"outcome\":\"DISMISS\",\"reason\":\"No trace of water.\"}";

    @LocalServerPort
    int port;

    GivenClaims given;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
    }

    @Test
    void coversAndAuthorisesWhatAnAgentFindsUnsuspicious() {
        // Given
        String claim = suspectedAfterDiagnosis();

        // When
        Answer answer = review(People.ANNA, claim, DISMISS);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<String>at("$.state")).isEqualTo("AUTHORISED");
        assertThat(answer.<String>at("$.lines[0].causeStatus")).isEqualTo("DISMISSED");
        Topics.awaitEvent("claims", "claims.service-authorised.v1", claim);
        assertThat(verdicts(claim)).containsExactly("NEEDS_REVIEW", "COVERED");
        Answer timeline = given.timeline(claim);
        assertThat(timeline.<List<String>>at("$.entries[?(@.what == 'SUSPICION_DISMISSED')].by.id"))
                .containsExactly("anna");
        assertThat(timeline.text()).doesNotContain("No trace");
    }

    @Test
    void declinesWithTheClauseWhatAnAgentConfirms() {
        // Given
        String claim = suspectedAfterDiagnosis();

        // When
        Answer answer = review(People.ANNA, claim, CONFIRM);

        // Then
        assertThat(answer.<String>at("$.state")).isEqualTo("NOT_COVERED");
        assertThat(answer.<List<String>>at("$.lines[0].clauses")).contains("A3.2");
        assertThat(answer.<String>at("$.lines[0].quoteRoute")).endsWith("/quote");
        Topics.await("claims", messages -> verdicts(claim).size() == 2);
        assertThat(verdicts(claim)).containsExactly("NEEDS_REVIEW", "NOT_COVERED_OFFER_QUOTE");
    }

    @Test
    void sendsADeclaredCauseThatIsDismissedOnToDiagnosis() {
        // Given
        String serial = unique("S");
        String body = body(given.contract(serial), given.photo(People.MARIA), serial)
                .replace("\"faultCode\"", "\"declaredCause\":\"WATER_INGRESS\",\"faultCode\"");
        Answer submitted = given.submit(body);
        assertThat(submitted.<String>at("$.state")).isEqualTo("IN_REVIEW");
        String claim = submitted.at("$.id");

        // When
        Answer answer = review(People.ANNA, claim, DISMISS);

        // Then
        assertThat(answer.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim);
    }

    @Test
    void showsTheReasonToTheVendorsStaffOnlyAndTheWordsForTheCustomerToBoth() {
        // Given
        String claim = suspectedAfterDiagnosis();

        // When
        review(
                People.ANNA,
                claim,
                DISMISS.replaceFirst("\\{", "{\"toCustomer\":\"We looked inside: the device is dry.\","));

        // Then
        String path = "/api/v1/claims/" + claim + "/decision";
        assertThat(Api.at(port).as(People.AMIRA).get(path).<String>at("$.lines[0].review.reason"))
                .isEqualTo("No trace of water.");
        Answer customers = Api.at(port).as(People.MARIA).get(path);
        assertThat(customers.text()).doesNotContain("No trace", "\"reviews\"");
        assertThat(customers.<String>at("$.lines[0].toCustomer")).isEqualTo("We looked inside: the device is dry.");
    }

    @Test
    void answersNoDoubtAgainThatAnEarlierReviewSettled() {
        // Given
        String serial = unique("S");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String contract = given.contract("nordwind", today.minusMonths(12).minusDays(10), serial);
        Answer late = given.submit(body(contract, given.photo(People.MARIA), serial)
                .replace("\"faultCode\"", "\"faultDate\":\"" + today.minusDays(20) + "\",\"faultCode\""));
        assertThat(late.<String>at("$.state")).as(late.toString()).isEqualTo("IN_REVIEW");
        String claim = late.at("$.id");
        review(People.ANNA, claim, DISMISS);
        GivenEvents.of(claim).concluded(2, "MATERIAL", true, Route.REPLACEMENT, 1);
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo("IN_REVIEW"));

        // When
        Answer refused = review(People.ANNA, claim, CONFIRM);

        // Then
        assertThat(refused.<String>at("$.state")).as(refused.toString()).isEqualTo("AUTHORISED");
        assertThat(refused.<String>at("$.lines[0].verdict")).isEqualTo("COVERED");
        Answer decision = Api.at(port).as(People.AMIRA).get("/api/v1/claims/" + claim + "/decision");
        assertThat(decision.<List<String>>at("$.lines[0].reviews[*].clauses[*]"))
                .containsExactly("A3.1", "A2.2");
        assertThat(decision.<String>at("$.lines[0].review.outcome")).isEqualTo("CONFIRM");
    }

    @Test
    void refusesASecondReview() {
        // Given
        String claim = suspectedAfterDiagnosis();
        review(People.ANNA, claim, DISMISS);

        // When
        Answer second = review(People.ANNA, claim, CONFIRM);

        // Then
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.<String>at("$.type")).isEqualTo("urn:aftersales:problem:not-in-review");
        assertThat(given.state(claim)).isEqualTo("AUTHORISED");
    }

    @Test
    void reviewsTheLinesThatAreNamedAndNoOthers() {
        // Given
        String claim = suspectedAfterDiagnosis(2);

        // When
        Answer first = review(People.ANNA, claim, DISMISS.replace("{", "{\"lines\":[2],"));
        Answer unknown = review(People.ANNA, claim, CONFIRM.replace("{", "{\"lines\":[1,9],"));
        Answer settled = review(People.ANNA, claim, CONFIRM.replace("{", "{\"lines\":[1,2],"));
        Answer rest = review(People.ANNA, claim, CONFIRM);

        // Then
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.<List<String>>at("$.lines[*].state")).containsExactly("IN_REVIEW", "AUTHORISED");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.<String>at("$.type")).isEqualTo("urn:aftersales:problem:line-unknown");
        assertThat(unknown.<List<Integer>>at("$.lines")).containsExactly(9);
        assertThat(settled.status()).isEqualTo(409);
        assertThat(settled.<List<Integer>>at("$.lines")).containsExactly(2);
        assertThat(rest.<List<String>>at("$.lines[*].state")).containsExactly("NOT_COVERED", "AUTHORISED");
    }

    @Test
    void confirmsNothingThatNoFileShows() {
        // Given
        String claim = struckWithoutAFile();
        Answer before = timeline(claim);

        // When
        Answer refused = review(People.RONG, claim, CONFIRM);
        Answer unusable = review(People.RONG, claim, naming("evd-none"));

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:evidence-needed");
        assertThat(refused.<String>at("$.field")).isEqualTo("evidenceIds");
        assertThat(refused.<List<Integer>>at("$.lines")).containsExactly(1);
        assertThat(unusable.status()).isEqualTo(422);
        assertThat(unusable.<String>at("$.type")).isEqualTo("urn:aftersales:problem:evidence-unusable");
        assertThat(timeline(claim).text()).isEqualTo(before.text());
    }

    @Test
    void confirmsWithTheFileThatTheReviewNames() {
        // Given
        String claim = struckWithoutAFile();
        review(People.RONG, claim, CONFIRM);
        String photo = given.photo(People.RONG);

        // When
        Answer answer = review(People.RONG, claim, naming(photo));

        // Then
        assertThat(answer.<String>at("$.state")).as(answer.toString()).isEqualTo("NOT_COVERED");
        assertThat(answer.<List<String>>at("$.lines[0].clauses")).contains("B4.7");
        assertThat(Topics.awaitEvent("claims", "claims.evidence-received.v1", claim)
                        .<List<String>>at("$.evidenceIds"))
                .containsExactly(photo);
        Topics.await("claims", messages -> verdicts(claim).size() == 2);
        assertThat(decided(claim)).containsExactly("NEEDS_REVIEW", "NOT_COVERED_OFFER_QUOTE");
    }

    @Test
    void confirmsWithTheFileThatStaffAddedBefore() {
        // Given
        String claim = struckWithoutAFile();
        String added = "{\"evidenceIds\":[\"%s\"]}";

        // When
        Answer byCustomer = evidence(People.LIN, claim, added.formatted(given.photo(People.LIN)));
        Answer byStaff = evidence(People.RONG, claim, added.formatted(given.photo(People.RONG)));
        Answer confirmed = review(People.RONG, claim, CONFIRM);

        // Then
        assertThat(byCustomer.status()).isEqualTo(409);
        assertThat(byStaff.status()).as(byStaff.toString()).isEqualTo(200);
        assertThat(byStaff.<String>at("$.state")).isEqualTo("IN_REVIEW");
        assertThat(confirmed.<String>at("$.state")).as(confirmed.toString()).isEqualTo("NOT_COVERED");
        Topics.await("claims", messages -> verdicts(claim).size() == 2);
        assertThat(decided(claim)).containsExactly("NEEDS_REVIEW", "NOT_COVERED_OFFER_QUOTE");
    }

    @Test
    void dismissesWithoutAFile() {
        assertThat(review(People.RONG, struckWithoutAFile(), DISMISS).<String>at("$.state"))
                .isEqualTo("AUTHORISED");
    }

    @Test
    void refusesAReviewOfWhatIsNotSuspected() {
        assertThat(review(People.ANNA, given.admitted(unique("S")), CONFIRM).status())
                .isEqualTo(409);
    }

    @Test
    void refusesAReviewWithoutAReason() {
        // Given
        String claim = given.admitted(unique("S"));

        // When
        Answer answer = review(People.ANNA, claim, "{\"outcome\":\"CONFIRM\",\"reason\":\" \"}");

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).containsExactly("reason");
    }

    @Test
    void hidesTheClaimFromAnotherVendorsAgent() {
        assertThat(review(People.BO, given.admitted(unique("S")), CONFIRM).status())
                .isEqualTo(404);
    }

    private String suspectedAfterDiagnosis() {
        return suspectedAfterDiagnosis(1);
    }

    private String suspectedAfterDiagnosis(int lines) {
        String claim =
                given.admitted(Stream.generate(() -> unique("S")).limit(lines).toArray(String[]::new));
        GivenEvents.of(claim)
                .concluded(
                        2,
                        "WATER_INGRESS",
                        false,
                        Route.PARTS,
                        IntStream.rangeClosed(1, lines).boxed().toArray(Integer[]::new));
        await().atMost(Topics.PATIENCE)
                .untilAsserted(() -> assertThat(given.state(claim)).isEqualTo("IN_REVIEW"));
        Topics.awaitEvent("claims", "claims.coverage-decided.v1", claim);
        return claim;
    }

    /** A unit of the repair shops that a technician found struck by lightning; its papers are in the shops' records. */
    private String struckWithoutAFile() {
        GivenVendors vendors = GivenVendors.at(port);
        String serial = unique("S");
        vendors.sold(People.SHEN, "hualin", serial, "SA-35", """
                ,"attributes":{"indoorBarcode":"690001","outdoorBarcode":"690002","serialGenuine":"YES"},
                "documents":[
                  {"kind":"WARRANTY_CARD","number":"W-1","date":"%1$s",
                   "attributes":{"indoorBarcode":"690001","outdoorBarcode":"690002"}},
                  {"kind":"INVOICE","number":"I-1","date":"%1$s"}]""".formatted(GivenVendors.BOUGHT));
        Answer submitted = vendors.claimAtTheShops(serial, "");
        assertThat(submitted.<String>at("$.state")).as(submitted.toString()).isEqualTo("IN_DIAGNOSIS");
        String claim = submitted.at("$.id");
        GivenEvents.of(claim, "shops").concluded(2, "LIGHTNING", true, Route.PARTS, 1);
        await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(Api.at(port)
                        .as(People.LIN)
                        .get("/api/v1/claims/" + claim)
                        .<String>at("$.state"))
                .isEqualTo("IN_REVIEW"));
        Topics.awaitEvent("claims", "claims.coverage-decided.v1", claim);
        return claim;
    }

    private Answer timeline(String claim) {
        return Api.at(port).as(People.RONG).get("/api/v1/claims/" + claim + "/timeline");
    }

    private static String naming(String evidence) {
        return CONFIRM.replace("{", "{\"evidenceIds\":[\"" + evidence + "\"],");
    }

    private Answer evidence(People person, String claim, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/evidence", body);
    }

    private Answer review(People person, String claim, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/review", body);
    }

    private static List<String> verdicts(String claim) {
        return decided(claim).stream().distinct().toList();
    }

    /** The verdicts that were told, each as often as it was. */
    private static List<String> decided(String claim) {
        return Topics.about(claim, "claims").stream()
                .filter(message -> message.type().equals("claims.coverage-decided.v1"))
                .map((Message message) -> message.<String>at("$.lines[0].verdict"))
                .toList();
    }
}
