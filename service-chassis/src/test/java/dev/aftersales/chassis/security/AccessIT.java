package dev.aftersales.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class AccessIT {

    @LocalServerPort
    int port;

    @Test
    void refusesWhoeverHasNoTokenOfOurs() {
        assertThat(Api.at(port).get("/api/v1/tallies/x").<String>at("$.type"))
                .isEqualTo("urn:aftersales:problem:token-needed");
        assertRefused(People.ANNA.claims().expired().sign());
        assertRefused(People.ANNA.claims().forAnotherAudience().sign());
        assertRefused(People.ANNA.claims().signedByStranger().sign());
        assertRefused(People.ANNA.claims().fromAnotherIssuer().sign());
    }

    @Test
    void refusesTheWrongRoleBeforeTheBodyIsRead() {
        Answer answer = Api.at(port).as(People.WANG).post("/api/v1/tallies", "not JSON");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.<String>at("$.detail")).isEqualTo("This route is for: agent.");
    }

    @Test
    void asksForTheVendorWhereTheTokenHasSeveral() {
        String token = TestIssuer.shared()
                .token("both")
                .vendors("exporter", "agency")
                .roles("agent")
                .sign();

        Answer answer = Api.at(port).withToken(token).post("/api/v1/tallies", "{\"id\":\"v\",\"count\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).endsWith("vendor-needed");
    }

    @Test
    void hidesAnotherVendorsThings() {
        Api.at(port).as(People.ANNA).post("/api/v1/tallies", "{\"id\":\"hidden\",\"count\":1}");

        Answer foreign = Api.at(port).as(People.BO).get("/api/v1/tallies/hidden");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text().replace("hidden", "x"))
                .isEqualTo(Api.at(port).as(People.BO).get("/api/v1/tallies/x").text());
    }

    private void assertRefused(String token) {
        assertThat(Api.at(port).withToken(token).get("/api/v1/tallies/x").status())
                .isEqualTo(401);
    }
}
