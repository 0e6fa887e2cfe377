package dev.aftersales.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against a service that guards one claim, of vendor exporter and customer nordwind, as the real ones do. */
class AccessMatrixTest {

    private static final String HEAD = "method,path," + String.join(",", MatrixRow.columns());
    private static final Route ROUTE = new Route("GET", "/claims/{id}");
    private static final String RIGHT =
            "GET,/claims/{id},401,2xx,403,ok,403,403,403,403,403,403,403,403,200|204,404,404";

    private static HttpServer service;

    @BeforeAll
    static void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/claims/c1", exchange -> {
            exchange.sendResponseHeaders(status(exchange), -1);
            exchange.close();
        });
        service.start();
    }

    @AfterAll
    static void stopService() {
        service.stop(0);
    }

    @TestFactory
    Stream<DynamicTest> holdsTheTableAgainstTheService() {
        return AccessMatrix.parse(HEAD + "\n# the claim\n" + RIGHT).tests(address(), Set.of(ROUTE), Map.of("id", "c1"));
    }

    @Test
    void failsWhereTheServiceAdmitsMoreThanTheTable() {
        assertFails(RIGHT.replace("401,2xx", "401,403"), Set.of(ROUTE), "as customer answered 200, not 403");
    }

    @Test
    void failsWhereAnotherVendorIsToldThatTheIdExists() {
        assertFails(RIGHT.replace("404,404", "403,404"), Set.of(ROUTE), "as other-vendor answered 404, not 403");
    }

    @Test
    void failsOnARouteThatTheTableDoesNotName() {
        assertFails(RIGHT, Set.of(ROUTE, new Route("DELETE", "/claims/{id}")), "DELETE /claims/{id}");
    }

    @Test
    void failsOnARouteThatTheServiceDoesNotHave() {
        assertFails(RIGHT + "\n" + RIGHT.replace("/claims", "/quotes"), Set.of(ROUTE), "GET /quotes/{id}");
    }

    @Test
    void failsOnARouteNamedTwice() {
        assertFails(RIGHT + "\n" + RIGHT, Set.of(ROUTE), "duplicate(s)");
    }

    @Test
    void refusesATableWithAnUnknownCell() {
        assertThatThrownBy(() -> AccessMatrix.parse(HEAD + "\n" + RIGHT.replace("401", "denied")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("denied");
    }

    @Test
    void refusesAPlaceholderWithoutAValue() {
        assertThatThrownBy(() -> ROUTE.path(Map.of("claim", "c1"))).hasMessageContaining("{id}");
    }

    private static void assertFails(String lines, Set<Route> served, String why) {
        List<DynamicTest> tests = AccessMatrix.parse(HEAD + "\n" + lines)
                .tests(address(), served, Map.of("id", "c1"))
                .toList();
        assertThat(tests).anySatisfy(test -> assertThatThrownBy(
                        () -> test.getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why));
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }

    private static int status(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return 401;
        }
        try {
            JWTClaimsSet token =
                    SignedJWT.parse(header.substring("Bearer ".length())).getJWTClaimsSet();
            return status(
                    token.getStringListClaim("roles").getFirst(),
                    token.getStringListClaim("vendors"),
                    token.getStringClaim("org"));
        } catch (ParseException e) {
            return 401;
        }
    }

    private static int status(String role, List<String> vendors, String organisation) {
        if (!List.of("customer", "agent", "service").contains(role)) {
            return 403;
        }
        boolean theirs =
                vendors.contains("exporter") && (!role.equals("customer") || Objects.equals(organisation, "nordwind"));
        return theirs ? 200 : 404;
    }
}
