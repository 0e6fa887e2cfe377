package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.GivenVendors;
import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What policies ask of a claim beside the fault: papers, consents, facts, a contract number. */
@ServiceIT
class AskedEvidenceIT {

    @LocalServerPort
    int port;

    GivenClaims given;
    GivenVendors vendors;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
        vendors = GivenVendors.at(port);
    }

    @Test
    void asksForMissingPapersInWordsAndGoesOnByItselfOnceTheyAreThere() {
        // Given
        String serial = unique("S");
        String contract = vendors.soldByTheShops(serial);
        Answer submitted = vendors.claimAtTheShops(serial, "");
        String claim = submitted.at("$.id");
        assertThat(submitted.<String>at("$.state")).as(submitted.toString()).isEqualTo("AWAITING_EVIDENCE");
        assertThat(submitted.<String>at("$.soldUnder")).isEqualTo(contract);
        Message asked = Topics.awaitEvent("claims", "claims.evidence-requested.v1", claim);
        assertThat(asked.<List<String>>at("$.items[*].item")).contains("WARRANTY_CARD", "PROOF_OF_PURCHASE");
        assertThat(asked.<List<String>>at("$.items[?(@.item == 'WARRANTY_CARD')].words.zh"))
                .containsExactly("保修卡");
        String answer = "{" + GivenVendors.papers(given.photo(People.LIN)) + "}";

        // When
        Answer first = evidence(People.LIN, claim, answer);
        Answer again = evidence(People.LIN, claim, answer);

        // Then
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", claim)
                        .<String>at("$.contractNumber"))
                .isEqualTo(contract);
    }

    @Test
    void offersAQuoteForAPaperThatIsNotToBeHad() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        String claim = vendors.claimAtTheShops(serial, "").at("$.id");

        // When
        Answer lost = evidence(People.LIN, claim, """
                {"unavailable":["WARRANTY_CARD"],"documents":[{"kind":"INVOICE","number":"I-1","date":"%s"}]}""".formatted(GivenVendors.BOUGHT));

        // Then
        assertThat(lost.<String>at("$.state")).as(lost.toString()).isEqualTo("NOT_COVERED");
        assertThat(lost.<String>at("$.lines[0].quoteRoute")).isEqualTo("/api/v1/claims/" + claim + "/quote");
        assertThat(lost.<List<String>>at("$.lines[0].clauses")).contains("B4.2");
    }

    @Test
    @ClauseCases(decides = "D0.1")
    void takesNoApplicationWithoutTheConsentThatIsNeededAndKeepsNothing() {
        // Given
        String serial = unique("S");
        vendors.sold(People.KURT, "brightlab", serial, "DX-20", "");

        // When
        Answer refused = vendors.submit(People.DORA, serial, "DX-20", "");
        Answer outdated = vendors.submit(People.DORA, serial, "DX-20", consents("TERMS_ACCEPTED", "D-0"));
        Answer unknown = vendors.submit(People.DORA, serial, "DX-20", consents("SOUL_SOLD", "D-1"));

        // Then
        assertThat(List.of(refused.status(), outdated.status(), unknown.status()))
                .containsExactly(422, 422, 422);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:consent-needed");
        assertThat(refused.<List<String>>at("$.consents[*].item")).containsExactly("TERMS_ACCEPTED");
        assertThat(refused.<List<String>>at("$.consents[*].clause")).containsExactly("D0.1");
        assertThat(refused.<String>at("$.version")).isEqualTo("D-1");
        assertThat(outdated.<String>at("$.type")).isEqualTo("urn:aftersales:problem:consent-outdated");
        assertThat(unknown.<String>at("$.type")).isEqualTo("urn:aftersales:problem:consent-unknown");
        assertThat(Api.at(port)
                        .as(People.DORA)
                        .get("/api/v1/claims?serial=" + serial)
                        .<List<Object>>at("$.items"))
                .isEmpty();
    }

    @Test
    void recordsWhoAgreedToWhichVersionAndWhen() {
        // Given
        String serial = unique("S");
        vendors.sold(People.KURT, "brightlab", serial, "DX-20", "");

        // When
        Answer accepted = vendors.submit(People.DORA, serial, "DX-20", consents("TERMS_ACCEPTED", "D-1"));

        // Then
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(201);
        Answer claim = Api.at(port).as(People.OTTO).get("/api/v1/claims/" + accepted.<String>at("$.id"));
        assertThat(claim.<String>at("$.said.consents[0].by")).isEqualTo("dora");
        assertThat(claim.<String>at("$.said.consents[0].version")).isEqualTo("D-1");
        assertThat(claim.<String>at("$.said.consents[0].at")).isEqualTo(claim.<String>at("$.submittedAt"));
    }

    @Test
    void letsNobodyAgreeForTheCustomer() {
        // Given
        String serial = unique("S");
        vendors.sold(People.KURT, "brightlab", serial, "DX-20", "");
        String claim = vendors.submit(People.DORA, serial, "DX-20", consents("TERMS_ACCEPTED", "D-1"))
                .at("$.id");

        // When
        Answer refused = evidence(
                People.OTTO, claim, "{" + consents("DATA_BACKED_UP", "D-1").substring(1) + "}");

        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:consent-of-another");
    }

    @Test
    void takesTheContractNumberLaterWhereThePolicyAsksForIt() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        String other = given.contract(unique("S"));
        Answer submitted = given.submit(GivenClaims.body(contract, given.photo(People.MARIA), serial)
                .replace("\"contractNumber\":\"" + contract + "\",", ""));
        String claim = submitted.at("$.id");
        assertThat(submitted.<String>at("$.state")).as(submitted.toString()).isEqualTo("AWAITING_EVIDENCE");

        // When
        Answer unknown = evidence(People.MARIA, claim, "{\"contractNumber\":\"C-none\"}");
        Answer foreign = evidence(People.MARIA, claim, "{\"contractNumber\":\"" + other + "\"}");
        Answer named = evidence(People.MARIA, claim, "{\"contractNumber\":\"" + contract + "\"}");

        // Then
        assertThat(unknown.<String>at("$.type")).isEqualTo("urn:aftersales:problem:contract-unknown");
        assertThat(foreign.<String>at("$.type")).isEqualTo("urn:aftersales:problem:other-contract");
        assertThat(named.<String>at("$.state")).as(named.toString()).isEqualTo("IN_DIAGNOSIS");
        assertThat(named.<String>at("$.contractNumber")).isEqualTo(contract);
    }

    @Test
    void wantsAClaimForEachContract() {
        // Given
        String one = unique("S");
        String two = unique("S");
        List<String> contracts = List.of(given.contract(one), given.contract(two));

        // When
        Answer refused = given.submit(GivenClaims.body("-", null, one, two).replace("\"contractNumber\":\"-\",", ""));

        // Then
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:contracts-differ");
        assertThat(refused.<List<String>>at("$.contractNumbers")).containsExactlyInAnyOrderElementsOf(contracts);
    }

    @Test
    void doesNotTellOfUnitsOfOthers() {
        // Given
        String serial = unique("S");
        given.contract("pacific", LocalDate.now(ZoneOffset.UTC).minusMonths(1), serial);

        // When
        Answer submitted = given.submit(GivenClaims.body("-", null, serial).replace("\"contractNumber\":\"-\",", ""));

        // Then
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text()).doesNotContain("soldUnder");
    }

    @Test
    void a37LetsTheCustomerReportThatTheLabelIsIllegible() {
        // Given
        String asked = GivenClaims.body(given.contract(unique("S")), given.photo(People.MARIA))
                .replace("\"serials\":[]", "\"lines\":[{\"quantity\":1}],\"facts\":{\"serialLabel\":\"%s\"}");

        // When
        Answer intact = given.submit(asked.formatted("INTACT"));
        Answer reported = given.submit(asked.formatted("ILLEGIBLE"));

        // Then
        assertThat(reported.status()).as(reported.toString()).isEqualTo(201);
        assertThat(reported.<String>at("$.state")).isEqualTo("IN_REVIEW");
        assertThat(intact.<String>at("$.type")).isEqualTo("urn:aftersales:problem:fact-unknown");
        assertThat(intact.<String>at("$.detail")).contains("ILLEGIBLE");
    }

    @Test
    void refusesWhatThePolicyCanMakeNothingOfByItsName() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        // When
        Answer item = vendors.claimAtTheShops(serial, ",\"unavailable\":[\"CROWN\"]");
        Answer cause = vendors.claimAtTheShops(serial, ",\"declaredCause\":\"ALIENS\"");
        Answer site = vendors.claimAtTheShops(serial, ",\"site\":\"CN-44031\"");
        Answer channel = vendors.claimAtTheShops(serial, ",\"channel\":\"BANANA\"");
        Answer fact = vendors.claimAtTheShops(serial, ",\"facts\":{\"moonPhase\":\"FULL\"}");
        Answer future = vendors.claimAtTheShops(serial, ",\"faultDate\":\"" + tomorrow + "\"");
        Answer kind = vendors.claimAtTheShops(
                serial, ",\"documents\":[{\"kind\":\"POSTCARD\",\"number\":\"1\",\"date\":\"2026-01-01\"}]");
        Answer line = vendors.claimAtTheShops(
                serial, ",\"documents\":[{\"kind\":\"INVOICE\",\"number\":\"1\",\"date\":\"2026-01-01\",\"line\":7}]");
        Answer name = vendors.claimAtTheShops(serial, ",\"facts\":{\"$where\":\"1\"}");
        Answer component = vendors.claimAtTheShops(serial, ",\"component\":\"LENS\"");

        // Then
        assertThat(item.<String>at("$.type")).isEqualTo("urn:aftersales:problem:item-unknown");
        assertThat(item.<String>at("$.detail")).contains("WARRANTY_CARD");
        assertThat(cause.status()).isEqualTo(422);
        assertThat(cause.<String>at("$.type")).endsWith("cause-unknown");
        assertThat(cause.<String>at("$.detail")).contains("LIGHTNING");
        assertThat(site.status()).isEqualTo(422);
        assertThat(site.<String>at("$.type")).endsWith("site-unknown");
        assertThat(site.<String>at("$.field")).isEqualTo("site");
        assertThat(channel.status()).isEqualTo(422);
        assertThat(channel.<String>at("$.type")).endsWith("channel-unknown");
        assertThat(channel.<String>at("$.field")).isEqualTo("channel");
        assertThat(channel.<String>at("$.detail")).contains("ACCOUNT_MANAGER", "WEB");
        assertThat(fact.<String>at("$.type")).isEqualTo("urn:aftersales:problem:fact-unknown");
        assertThat(future.<String>at("$.field")).isEqualTo("faultDate");
        assertThat(kind.status()).isEqualTo(400);
        assertThat(kind.<String>at("$.errors[0].field")).isEqualTo("documents[0].kind");
        assertThat(line.<String>at("$.type")).isEqualTo("urn:aftersales:problem:line-unknown");
        assertThat(name.status()).isEqualTo(400);
        assertThat(component.status()).isEqualTo(422);
        assertThat(component.<String>at("$.type")).isEqualTo("urn:aftersales:problem:component-unknown");
        assertThat(component.<String>at("$.field")).isEqualTo("component");
    }

    @Test
    void judgesAgainWithAPaperThatAPersonExamined() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        String claim = vendors.claimAtTheShops(serial, "," + GivenVendors.papers(given.photo(People.LIN)))
                .at("$.id");

        // When
        Answer examined = examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");
        Answer again = examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");
        Answer missing = examine(claim, "DELIVERY", "{\"state\":\"ALTERED\"}");
        Answer nothing = examine(claim, "WARRANTY_CARD", "{}");

        // Then
        assertThat(examined.<String>at("$.state")).as(examined.toString()).isEqualTo("NOT_COVERED");
        assertThat(examined.<List<String>>at("$.lines[0].clauses")).contains("B4.3");
        assertThat(again.text()).isEqualTo(examined.text());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(nothing.status()).as(nothing.toString()).isEqualTo(400);
        assertThat(nothing.<List<String>>at("$.errors[*].field")).containsExactly("state");
        Answer history = Api.at(port).as(People.LIN).get("/api/v1/claims/" + claim + "/decision?history=true");
        assertThat(history.<List<String>>at("$.history[*].by.id")).containsExactly("B-1", "rong");
    }

    @Test
    void judgesAgainWhenAPersonCorrectsWhatWasFoundOfAPaper() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        String claim = vendors.claimAtTheShops(serial, "," + GivenVendors.papers(given.photo(People.LIN)))
                .at("$.id");
        examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");

        // When
        Answer corrected = examine(claim, "WARRANTY_CARD", "{\"state\":\"VALID\"}");
        Answer again = examine(claim, "WARRANTY_CARD", "{\"state\":\"VALID\"}");
        Answer decision = Api.at(port).as(People.LIN).get("/api/v1/claims/" + claim + "/decision?history=true");
        Answer altered = examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");

        // Then
        assertThat(corrected.<String>at("$.state")).as(corrected.toString()).isEqualTo("IN_DIAGNOSIS");
        assertThat(corrected.<List<String>>at("$.lines[0].clauses")).doesNotContain("B4.3");
        assertThat(again.text()).isEqualTo(corrected.text());
        assertThat(decision.<List<String>>at("$.history[*].by.id")).containsExactly("B-1", "rong", "rong");
        String explained = "$.explanations[?(@.id == '" + decision.<String>at("$.history[2].explanationId")
                + "')].citations[?(@.clause == 'B4.2')].confirmation.by.id";
        assertThat(decision.<List<String>>at(explained)).containsExactly("rong");
        assertThat(altered.<String>at("$.state")).as(altered.toString()).isEqualTo("NOT_COVERED");
        assertThat(altered.<List<String>>at("$.lines[0].clauses")).contains("B4.3");
    }

    /** Diagnosis says what it found once: what it said of an answered line must not be lost. */
    @Test
    void goesOnWithWhatWasFoundWhileALineWasHeldToBeExcluded() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        String claim = vendors.claimAtTheShops(serial, "," + GivenVendors.papers(given.photo(People.LIN)))
                .at("$.id");
        examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");
        GivenEvents.of(claim, "shops").workmanship(1, 1);
        await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(Api.at(port)
                        .as(People.RONG)
                        .get("/api/v1/claims/" + claim + "/timeline")
                        .<List<String>>at("$.entries[*].what"))
                .contains("DIAGNOSIS_COMPLETED"));
        String before =
                Api.at(port).as(People.LIN).get("/api/v1/claims/" + claim).at("$.state");

        // When
        Answer corrected = examine(claim, "WARRANTY_CARD", "{\"state\":\"VALID\"}");

        // Then
        assertThat(before).isEqualTo("NOT_COVERED");
        assertThat(corrected.<String>at("$.state")).as(corrected.toString()).isEqualTo("AUTHORISED");
        assertThat(corrected.<String>at("$.lines[0].verdict")).isEqualTo("COVERED");
    }

    @Test
    void remembersACorrectionThatCameWhileTheAnswerWasDisputed() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        String claim = vendors.claimAtTheShops(serial, "," + GivenVendors.papers(given.photo(People.LIN)))
                .at("$.id");
        examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");
        Answer disputed = Api.at(port).as(People.LIN).post("/api/v1/claims/" + claim + "/disputes", """
                {"lines":[1],"clauses":["B4.3"],"statement":"It is as it was printed.","evidenceIds":["%s"]}""".formatted(
                        given.photo(People.LIN)));
        assertThat(disputed.status()).as(disputed.toString()).isEqualTo(201);
        Answer during = examine(claim, "WARRANTY_CARD", "{\"state\":\"VALID\"}");

        // When
        Api.at(port)
                .as(People.RONG)
                .post(
                        "/api/v1/claims/" + claim + "/disputes/1/decision",
                        "{\"outcome\":\"REJECTED\",\"reason\":\"It never was altered: our mistake.\"}");

        // Then
        assertThat(during.<String>at("$.state")).isEqualTo("IN_REVIEW");
        assertThat(Api.at(port).as(People.LIN).get("/api/v1/claims/" + claim).<String>at("$.state"))
                .isEqualTo("IN_DIAGNOSIS");
    }

    @Test
    void takesNothingBackThatIsServedAndSaysThatAPaperWasFoundOtherwise() {
        // Given
        String serial = unique("S");
        vendors.soldByTheShops(serial);
        String claim = vendors.claimAtTheShops(serial, "," + GivenVendors.papers(given.photo(People.LIN)))
                .at("$.id");
        GivenEvents.of(claim, "shops").workmanship(1, 1);
        await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(Api.at(port)
                        .as(People.LIN)
                        .get("/api/v1/claims/" + claim)
                        .<String>at("$.state"))
                .isEqualTo("AUTHORISED"));

        // When
        Answer late = examine(claim, "WARRANTY_CARD", "{\"state\":\"ALTERED\"}");

        // Then
        assertThat(late.status()).as(late.toString()).isEqualTo(200);
        assertThat(late.<String>at("$.state")).isEqualTo("AUTHORISED");
        Answer timeline = Api.at(port).as(People.RONG).get("/api/v1/claims/" + claim + "/timeline");
        assertThat(timeline.<List<String>>at("$.entries[?(@.what == 'EXAMINED_TOO_LATE')].note"))
                .containsExactly("WARRANTY_CARD ALTERED");
    }

    @Test
    void saysWhereAPaperOfTheVendorsRecordsIsCorrected() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        String claim = given.submit(GivenClaims.body(contract, given.photo(People.MARIA), serial))
                .at("$.id");
        String before = given.claim(claim).text();

        // When
        Answer recorded = examine(People.ANNA, claim, "BILL_OF_LADING", "{\"state\":\"ALTERED\"}");
        Answer numbered = examine(People.ANNA, claim, "BILL_OF_LADING", "{\"state\":\"ALTERED\",\"number\":\"BL-1\"}");
        Answer another = examine(People.ANNA, claim, "BILL_OF_LADING", "{\"state\":\"ALTERED\",\"number\":\"BL-2\"}");
        Answer none = examine(People.ANNA, claim, "INVOICE", "{\"state\":\"ALTERED\"}");

        // Then
        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(409);
        assertThat(recorded.<String>at("$.type")).isEqualTo("urn:aftersales:problem:paper-of-record");
        assertThat(recorded.<String>at("$.next")).isEqualTo("/api/v1/contracts/" + contract);
        assertThat(numbered.status()).isEqualTo(409);
        assertThat(another.status()).isEqualTo(404);
        assertThat(none.status()).isEqualTo(404);
        assertThat(given.claim(claim).text()).isEqualTo(before);
    }

    @Test
    void examinesTheCustomersOwnCopyOfAPaperOfRecord() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        String claim = given.submit(GivenClaims.body(contract, null, serial)).at("$.id");
        Answer added = evidence(
                People.ANNA,
                claim,
                "{\"documents\":[{\"kind\":\"BILL_OF_LADING\",\"number\":\"BL-1\",\"date\":\"2026-01-05\"}]}");

        // When
        Answer examined = examine(People.ANNA, claim, "BILL_OF_LADING", "{\"state\":\"ILLEGIBLE\"}");

        // Then
        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(examined.status()).as(examined.toString()).isEqualTo(200);
    }

    private Answer evidence(People person, String claim, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/evidence", body);
    }

    private Answer examine(String claim, String kind, String body) {
        return examine(People.RONG, claim, kind, body);
    }

    private Answer examine(People person, String claim, String kind, String body) {
        return Api.at(port).as(person).post("/api/v1/claims/" + claim + "/documents/" + kind + "/examination", body);
    }

    private static String consents(String item, String version) {
        return ",\"consents\":[{\"item\":\"%s\",\"version\":\"%s\"}]".formatted(item, version);
    }
}
