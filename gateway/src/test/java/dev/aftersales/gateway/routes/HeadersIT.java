package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.gateway.Seen;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersIT extends RunningGateway {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void passesWhatTheServiceNeeds() {
        String token = People.MARIA.token();

        gateway()
                .withToken(token)
                .with("Idempotency-Key", "key-1")
                .with("Accept-Language", "zh")
                .with("If-None-Match", "\"7\"")
                .post("/api/v1/claims", "{\"a\":1}");

        Seen request = onlySeen();
        assertThat(request.header("Authorization")).containsExactly("Bearer " + token);
        assertThat(request.header("Idempotency-Key")).containsExactly("key-1");
        assertThat(request.header("Accept-Language")).containsExactly("zh");
        assertThat(request.header("If-None-Match")).containsExactly("\"7\"");
        assertThat(request.header("Content-Type")).containsExactly("application/json");
        assertThat(request.bodyBytes()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "X-Forwarded-Port",
                "X-FORWARDED-USER",
                "Forwarded",
                "X-Internal-Caller",
                "X-Real-IP",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "X-Aftersales-Vendor",
                "Proxy-Authorization",
                "Keep-Alive",
                "TE",
                "Trailer"
            })
    void dropsWhatCouldPassForAProxyOrAFellow(String header) {
        gateway().as(People.ANNA).with(header, "spoofed").get("/api/v1/claims");

        assertThat(onlySeen().headers().values()).noneMatch(values -> values.contains("spoofed"));
    }

    @Test
    void dropsWhatTheClientDeclaresToBeForThisHop() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("""
                    GET /api/v1/claims HTTP/1.1\r
                    Host: localhost\r
                    Authorization: %s\r
                    Connection: close, X-Hop, Upgrade\r
                    Upgrade: websocket\r
                    X-Hop: mine\r
                    \r
                    """.formatted(People.ANNA.bearer()).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }

        Seen request = onlySeen();
        assertThat(request.header("X-Hop")).isEmpty();
        assertThat(request.header("Upgrade")).isEmpty();
        assertThat(request.header("Connection")).isEmpty();
        assertThat(request.header("Authorization")).hasSize(1);
    }

    @Test
    void carriesOnTheTraceOfTheCaller() {
        gateway()
                .as(People.ANNA)
                .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/api/v1/claims");

        assertThat(onlySeen().header("traceparent"))
                .singleElement()
                .asString()
                .matches("00-" + TRACE + "-(?!00f067aa0ba902b7)[0-9a-f]{16}-01");
    }

    @Test
    void startsATraceWhereTheCallerHasNone() {
        gateway().as(People.ANNA).get("/api/v1/claims");

        assertThat(onlySeen().header("traceparent"))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    }

    @Test
    void leavesTheServicesHeadersAsTheyAre() {
        Answer answer = gateway().as(People.ANNA).get("/api/v1/evidence/dressed");

        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers.get("location")).containsExactly("/api/v1/claims/clm-1");
        assertThat(headers.get("cache-control")).containsExactly("private, max-age=60");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("content-disposition")).containsExactly("attachment; filename=\"photo.jpg\"");
        assertThat(headers.get("etag")).containsExactly("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/claims", "/no/such/path"})
    void addsSecurityHeadersToEveryAnswer(String path) {
        Map<String, List<String>> headers =
                gateway().as(People.ANNA).get(path).headers().map();

        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("x-frame-options")).containsExactly("DENY");
        assertThat(headers.get("referrer-policy")).containsExactly("no-referrer");
        assertThat(headers.get("content-security-policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.get("cache-control")).hasSize(1);
        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void letsOnlyThePortalCallFromABrowser() {
        Api fromPortal = gateway().as(People.ANNA).with("Origin", PORTAL);
        Api fromElsewhere = gateway().as(People.ANNA).with("Origin", "https://evil.example");

        assertThat(fromPortal.get("/api/v1/claims").header("Access-Control-Allow-Origin"))
                .isEqualTo(PORTAL);
        assertThat(fromElsewhere.get("/api/v1/claims").header("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(seen()).hasSize(1);
    }

    @Test
    void answersAPreflightOfThePortalWithoutAToken() throws Exception {
        assertThat(preflight(PORTAL).statusCode()).isEqualTo(200);
        assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);
        assertThat(seen()).isEmpty();
    }

    private HttpResponse<Void> preflight(String origin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway().uri().resolve("/api/v1/claims"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    private static Seen onlySeen() {
        assertThat(seen()).hasSize(1);
        return seen().getFirst();
    }
}
