package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.claims.GivenEvents;
import dev.aftersales.claims.GivenVendors;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** E6.1: what claims charge a unit after its term stays below the cap of a year, which is 16.66 CNY here. */
@ServiceIT
class YearlyCapsIT {

    @LocalServerPort
    int port;

    private Api api;
    private GivenVendors vendors;
    private String serial;

    @BeforeEach
    void aUnitAfterItsTerm() {
        api = Api.at(port);
        vendors = GivenVendors.at(port);
        serial = unique("E");
        Answer contract = api.as(People.YARA).put("/api/v1/contracts/" + unique("C"), """
                {"organisation":"metroline","shipments":[{"documents":[
                  {"kind":"PROJECT_ACCEPTANCE","number":"PA-1","date":"2023-01-10"}],"units":[
                  {"serial":"%s","model":"PX-10","itemClass":"MAIN_UNIT","price":{"amount":"333.33","currency":"CNY"}}]}]}\
                """.formatted(serial));
        assertThat(contract.status()).as(contract.toString()).isEqualTo(201);
    }

    @Test
    void refusesAQuoteThatWouldTakeTheYearAboveTheCap() {
        // Given
        String first = diagnosed();
        Answer tooMuch = quote(first, "16.67");
        Answer whole = quote(first, "10.00");
        Answer accepted = accept(first, 1);
        String second = diagnosed();

        // When
        Answer above = quote(second, "6.67");
        Answer rest = quote(second, "6.66");

        // Then
        assertThat(tooMuch.status()).as(tooMuch.toString()).isEqualTo(422);
        assertThat(tooMuch.<List<String>>at("$.errors[*].rule")).containsExactly("above-annual-cap");
        assertThat(tooMuch.<List<String>>at("$.errors[*].clause")).containsExactly("E6.1");
        assertThat(whole.status()).as(whole.toString()).isEqualTo(201);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(above.status()).as(above.toString()).isEqualTo(422);
        assertThat(above.<String>at("$.errors[0].detail")).contains("16.66 CNY at most", "10.00 CNY is charged");
        assertThat(rest.status()).as(rest.toString()).isEqualTo(201);
        assertThat(accept(second, 1).status()).isEqualTo(200);
    }

    @Test
    void countsNothingThatWasNotAcceptedInTheEnd() {
        // Given: two offers of which only one can be accepted, and the other is declined
        String first = diagnosed();
        String second = diagnosed();
        quote(first, "10.00");
        quote(second, "10.00");
        Answer accepted = accept(first, 1);

        // When
        Answer late = accept(second, 1);
        Answer repeated = accept(first, 1);

        // Then
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(late.<String>at("$.type")).isEqualTo("urn:aftersales:problem:above-cap");
        assertThat(late.<String>at("$.clause")).isEqualTo("E6.1");
        assertThat(quote(second, "6.66").status()).isEqualTo(201);
        assertThat(accept(second, 2).status()).isEqualTo(200);
    }

    @Test
    void ofTwoThatTogetherAreTooMuchOnlyOneIsAcceptedAlsoAtTheSameInstant() throws Exception {
        // Given
        List<Callable<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String claim = diagnosed();
            assertThat(quote(claim, "16.66").status()).isEqualTo(201);
            answers.add(() -> accept(claim, 1));
        }

        // When
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(answers.size())) {
            for (Future<Answer> answer : all.invokeAll(answers)) {
                statuses.add(answer.get().status());
            }
        }

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    private String diagnosed() {
        Answer submitted = vendors.submit(People.PAUL, serial, "PX-10", "");
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
        String claim = submitted.at("$.id");
        if (submitted.<String>at("$.state").equals("NOT_COVERED")) {
            return claim;
        }
        GivenEvents.of(claim, "project")
                .concluded(2, "MATERIAL", true, Route.PARTS, List.of(new PartQuantity("E-none", 1)), 1);
        await().atMost(Topics.PATIENCE).untilAsserted(() -> assertThat(
                        api.as(People.PAUL).get("/api/v1/claims/" + claim).<String>at("$.state"))
                .isEqualTo("NOT_COVERED"));
        return claim;
    }

    private Answer quote(String claim, String price) {
        return api.as(People.GINA).post("/api/v1/claims/" + claim + "/quote", """
                {"route":"PARTS","items":[{"type":"PARTS","part":"E-none","lines":[1],
                  "price":{"amount":"%s","currency":"CNY"}}]}""".formatted(price));
    }

    private Answer accept(String claim, int quote) {
        return api.as(People.PAUL).post("/api/v1/claims/" + claim + "/quote/acceptance", "{\"quote\":" + quote + "}");
    }
}
