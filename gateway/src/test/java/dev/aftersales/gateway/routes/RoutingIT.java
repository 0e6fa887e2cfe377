package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.gateway.Seen;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingIT extends RunningGateway {

    @ParameterizedTest
    @CsvSource(textBlock = """
            POST,   /api/v1/evidence,                              claims
            GET,    /api/v1/evidence/ev-1,                         claims
            POST,   /api/v1/claims,                                claims
            GET,    /api/v1/claims?state=SUBMITTED&limit=5,        claims
            GET,    /api/v1/claims/clm-1,                          claims
            GET,    /api/v1/claims/clm-1/timeline,                 claims
            GET,    /api/v1/claims/clm-1/decision,                 claims
            POST,   /api/v1/claims/clm-1/evidence,                 claims
            POST,   /api/v1/claims/clm-1/review,                   claims
            GET,    /api/v1/customers/me,                          claims
            PUT,    /api/v1/customers/me,                          claims
            GET,    /api/v1/contracts/C%202026%C3%A9,              claims
            PUT,    /api/v1/contracts/C-2026,                      claims
            GET,    /api/v1/policies,                              claims
            GET,    /api/v1/policies/exporter-a-1,                 claims
            GET,    /api/v1/diagnoses?state=WAITING,               diagnosis
            GET,    /api/v1/diagnoses/clm-1,                       diagnosis
            POST,   /api/v1/diagnoses/clm-1/assignment,            diagnosis
            DELETE, /api/v1/diagnoses/clm-1/assignment,            diagnosis
            POST,   /api/v1/diagnoses/clm-1/conclusion,            diagnosis
            GET,    /api/v1/fault-catalogue,                       diagnosis
            GET,    /api/v1/batch-issues,                          diagnosis
            POST,   /api/v1/batch-issues/bat-exporter.g.1/plan,    diagnosis
            GET,    /api/v1/batch-radar?open=false,                diagnosis
            GET,    /api/v1/batch-radar/stream,                    diagnosis
            PUT,    /api/v1/fault-catalogue/E-041,                 diagnosis
            GET,    /api/v1/stock,                                 logistics
            POST,   /api/v1/stock/PCB-7/receipts,                  logistics
            GET,    /api/v1/shipping-holds,                        logistics
            GET,    /api/v1/emergency-reservations,                logistics
            GET,    /api/v1/shipments?state=RELEASED,              logistics
            GET,    /api/v1/shipments/shp-1,                       logistics
            POST,   /api/v1/shipments/shp-1/confirmation,          logistics
            GET,    /api/v1/notifications?claim=clm-1,             notifications
            GET,    /api/v1/team-mailboxes,                        notifications
            PUT,    /api/v1/team-mailboxes/agent,                  notifications
            """)
    void leadsEachPublicPathToItsService(String method, String path, String service) {
        Answer answer = send(method, path, People.ANNA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.service")).isEqualTo(service);
        assertThat(seen()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(method);
            assertThat(request.path()).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,  /ops/v1/claims/dead-letters,                    claims,        /ops/v1/dead-letters
            GET,  /ops/v1/claims/dead-letters?limit=5,            claims,        /ops/v1/dead-letters?limit=5
            GET,  /ops/v1/diagnosis/dead-letters/a%20b,           diagnosis,     /ops/v1/dead-letters/a%20b
            POST, /ops/v1/logistics/dead-letters/dl-1/redrive,    logistics,     /ops/v1/dead-letters/dl-1/redrive
            POST, /ops/v1/notifications/dead-letters/dl-1/skip,   notifications, /ops/v1/dead-letters/dl-1/skip
            GET,  /ops/v1/claims/dead-letters/a.b~b~2~16,         claims,        /ops/v1/dead-letters/a.b~b~2~16
            GET,  /ops/v1/claims/dead-letters/summary,            claims,        /ops/v1/dead-letters/summary
            POST, /ops/v1/diagnosis/dead-letters/redrives,        diagnosis,     /ops/v1/dead-letters/redrives
            POST, /ops/v1/logistics/dead-letters/skips,           logistics,     /ops/v1/dead-letters/skips
            """)
    void leadsOperationsToTheServiceThatThePathNames(String method, String path, String service, String there) {
        Answer answer = send(method, path, People.OLGA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.<String>at("$.service")).isEqualTo(service);
        assertThat(seen()).extracting(Seen::path).containsExactly(there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal/v1/customer-keys/cus-1",
                "/api/v1",
                "/api/v1/internal/v1/customer-keys/cus-1",
                "/api/v1/claimsx",
                "/api/v1/Claims",
                "/api/v2/claims",
                "/claims",
                "/ops/v1/dead-letters",
                "/ops/v1/gateway/dead-letters",
                "/ops/v1",
                "/actuator",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/actuator/heapdump",
                "/claims/actuator/health",
                "/partners/v1",
                "/partners/v1/events/1",
                "/error",
                "/webjars/x.js"
            })
    void answersNotFoundForWhatIsNotPublic(String path) {
        for (People caller : new People[] {People.ANNA, People.OLGA, People.CARRIER_ONE, People.FELLOW}) {
            Answer answer = gateway().as(caller).get(path);

            assertThat(answer.status()).as("%s as %s", path, caller).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:not-found");
        }
        assertThat(gateway().get(path).status()).isEqualTo(404);
        assertThat(seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/claims/../../../internal/v1/customer-keys/cus-1",
                "/api/v1/claims/%2e%2e/%2e%2e/%2e%2e/internal/v1/customer-keys/cus-1",
                "/api/v1/claims/..%2f..%2f..%2finternal/v1/customer-keys/cus-1",
                "/api/v1/claims/..;/..;/internal/v1/customer-keys/cus-1",
                "/api/v1/claims//internal",
                "/api/v1/claims/%00",
                "/api/v1/claims/%5c..%5cinternal",
                "/ops/v1/claims/../../actuator/env"
            })
    void refusesPathsThatReadersUnderstandDifferently(String path) throws IOException {
        String status = rawGet(path);

        assertThat(status).startsWith("HTTP/1.1 400");
        assertThat(seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND"})
    void refusesMethodsThatNoServiceHas(String method) throws IOException {
        assertThat(raw(method + " /api/v1/claims HTTP/1.1")).startsWith("HTTP/1.1 4");
        assertThat(seen()).isEmpty();
    }

    private Answer send(String method, String path, People caller) {
        return switch (method) {
            case "GET" -> gateway().as(caller).get(path);
            case "PUT" -> gateway().as(caller).put(path, "{}");
            case "DELETE" -> gateway().as(caller).delete(path);
            default -> gateway().as(caller).post(path, "{}");
        };
    }

    /** A client of the JDK would tidy the path up. */
    private String rawGet(String path) throws IOException {
        return raw("GET " + path + " HTTP/1.1");
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("""
                    %s\r
                    Host: localhost\r
                    Authorization: %s\r
                    Connection: close\r
                    \r
                    """.formatted(requestLine, People.ANNA.bearer()).getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
