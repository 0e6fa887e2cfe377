package dev.aftersales.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.AccessMatrix;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.Routes;
import dev.aftersales.testing.ServiceIT;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceIT
class AccessIT {

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void nobodyMovesTheClockWhereTimeIsNotSimulated() {
        assertThat(Api.at(port).as(People.OLGA).get("/ops/v1/clock").status()).isEqualTo(404);
        assertThat(Api.at(port)
                        .as(People.OLGA)
                        .post("/ops/v1/clock", "{\"advance\": \"PT1H\"}")
                        .status())
                .isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAdmitsOnlyItsCallers() {
        GivenClaims given = GivenClaims.at(port);
        String serial = unique("S");
        String contract = given.contract(serial);
        given.agreement(contract, contract);
        String photo = given.photo(People.MARIA);
        String tariff = given.tariff();
        String claim = given.submit(body(contract, photo, serial)).at("$.id");
        return AccessMatrix.read("access-matrix.csv")
                .tests(
                        URI.create("http://127.0.0.1:" + port),
                        Routes.of(mapping),
                        Map.ofEntries(
                                Map.entry("id", claim),
                                Map.entry("kind", "INVOICE"),
                                Map.entry("bulk", "blk-none"),
                                Map.entry("dispute", "1"),
                                Map.entry("payment", "1"),
                                Map.entry("quote", "mnt-none"),
                                Map.entry("evidenceId", photo),
                                Map.entry("customerId", "cus-none"),
                                Map.entry("number", contract),
                                Map.entry("serial", serial),
                                Map.entry("replay", "rpl-none"),
                                Map.entry("code", tariff),
                                Map.entry("calendar", "china"),
                                Map.entry("version", "A-1")));
    }
}
