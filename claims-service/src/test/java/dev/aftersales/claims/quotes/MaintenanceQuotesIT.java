package dev.aftersales.claims.quotes;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class MaintenanceQuotesIT {

    @LocalServerPort
    int port;

    private Api api;
    private String number;

    @BeforeEach
    void aContractWithPrices() {
        api = Api.at(port);
        number = unique("M");
        Answer entered = api.as(People.YARA).put("/api/v1/contracts/" + number, """
                {"organisation":"metroline","shipments":[{"billOfLading":"BL-1","date":"2024-01-10","units":[
                  {"serial":"%s","model":"CAM","itemClass":"MAIN_UNIT","price":{"amount":"333.33","currency":"CNY"}}]}]}""".formatted(unique("S")));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
    }

    @Test
    void example40E61CapsTheFeeOfAYear() {
        Answer answer = quote("{\"from\":\"2026-01-01\",\"until\":\"2027-01-01\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.<String>at("$.cap.amount")).isEqualTo("16.66");
        assertThat(answer.<String>at("$.fee.amount")).isEqualTo("16.66");
        assertThat(answer.<String>at("$.clause")).isEqualTo("E6.1");
    }

    @Test
    void e61RefusesAFeeAboveIt() {
        Answer answer = quote("""
                {"from":"2026-01-01","until":"2027-01-01","fee":{"amount":"16.67","currency":"CNY"}}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:above-cap");
        assertThat(answer.<String>at("$.clause")).isEqualTo("E6.1");
    }

    @Test
    void refusesATimeThatNothingIsMaintainedFor() {
        Answer answer = quote("{\"from\":\"2026-01-01\",\"until\":\"+999999999-12-31\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.field")).isEqualTo("until");
    }

    @Test
    void quotesNothingWhereThePolicySetsNoCap() {
        String other = unique("M");
        api.as(People.VIKTOR).put("/api/v1/contracts/" + other, """
                {"organisation":"northwind","shipments":[{"billOfLading":"BL-1","date":"2024-01-10","units":[
                  {"serial":"%s","model":"CX-200","itemClass":"MAIN_UNIT","price":{"amount":"10","currency":"USD"}}]}]}""".formatted(unique("S")));

        Answer answer = api.as(People.FELIX).post("/api/v1/contracts/" + other + "/maintenance-quotes", """
                        {"from":"2026-01-01","until":"2027-01-01"}""");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:no-cap");
    }

    private Answer quote(String body) {
        return api.as(People.ROSA).post("/api/v1/contracts/" + number + "/maintenance-quotes", body);
    }
}
