package dev.aftersales.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the services rely on: claims, refusals, and the documents by which they find the key. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TokensTest {

    @TempDir
    static Path data;

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final JsonMapper json = JsonMapper.shared();

    @DynamicPropertySource
    static void keepKeysApart(DynamicPropertyRegistry registry) {
        registry.add("aftersales.issuer.data", () -> data.toString());
        registry.add("aftersales.issuer.service-secret", () -> "among-fellows");
    }

    @Test
    void customersTokenNamesPersonCompanyVendorAndRole() throws Exception {
        HttpResponse<String> answer = post("/demo/tokens", Map.of("username", "chen", "password", "demo"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).get().asString().startsWith("text/plain");
        JWTClaimsSet claims = verified(answer.body());
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:9000");
        assertThat(claims.getAudience()).contains("aftersales");
        assertThat(claims.getSubject()).isEqualTo("chen");
        assertThat(claims.getStringClaim("name")).isEqualTo("Chen Wei");
        assertThat(claims.getStringClaim("email")).isEqualTo("chen@pacific.example");
        assertThat(claims.getStringClaim("locale")).isEqualTo("zh");
        assertThat(claims.getStringClaim("org")).isEqualTo("pacific");
        assertThat(claims.getStringListClaim("vendors")).containsExactly("exporter");
        assertThat(claims.getStringListClaim("roles")).containsExactly("customer");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void staffTokenNamesNoCustomerCompany() throws Exception {
        JWTClaimsSet claims = verified(post("/demo/tokens", Map.of("username", "olga", "password", "demo"))
                .body());

        assertThat(claims.getClaims()).doesNotContainKey("org");
        assertThat(claims.getStringListClaim("vendors"))
                .containsExactly("exporter", "shops", "agency", "online", "project");
        assertThat(claims.getStringListClaim("roles")).containsExactly("platform-ops");
    }

    @Test
    void refusesWrongPasswordUnknownPersonAndEmptyForm() throws Exception {
        for (Map<String, String> form : List.of(
                Map.of("username", "maria", "password", "guess"),
                Map.of("username", "nobody", "password", "demo"),
                Map.<String, String>of())) {
            HttpResponse<String> answer = post("/demo/tokens", form);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(json.readTree(answer.body()).get("type").asString())
                    .isEqualTo("urn:aftersales:problem:wrong-login");
        }
    }

    @Test
    void partnerGetsItsTokenByClientCredentials() throws Exception {
        JWTClaimsSet claims = verified(clientToken("carrier-one", "demo"));

        assertThat(claims.getSubject()).isEqualTo("carrier-one");
        assertThat(claims.getAudience()).containsExactly("aftersales");
        assertThat(claims.getStringListClaim("roles")).containsExactly("partner");
        assertThat(claims.getStringListClaim("vendors")).containsExactly("exporter");
    }

    @Test
    void paymentProviderWorksForEveryVendor() throws Exception {
        JWTClaimsSet claims = verified(clientToken("payment-one", "demo"));

        assertThat(claims.getStringListClaim("roles")).containsExactly("partner");
        assertThat(claims.getStringListClaim("vendors"))
                .containsExactlyInAnyOrder("exporter", "shops", "agency", "online", "project");
    }

    @Test
    void fellowServicesGetTheirTokensWithTheConfiguredSecret() throws Exception {
        for (String service : List.of("logistics-service", "notification-service")) {
            JWTClaimsSet claims = verified(clientToken(service, "among-fellows"));

            assertThat(claims.getSubject()).isEqualTo(service);
            assertThat(claims.getStringListClaim("roles")).containsExactly("service");
        }
    }

    @Test
    void refusesClientWithWrongSecret() throws Exception {
        assertThat(askForClientToken("carrier-one", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void discoveryNamesItsOwnAddressAndEndpoints() throws Exception {
        JsonNode found = json.readTree(get("/.well-known/openid-configuration").body());

        assertThat(found.get("issuer").asString()).isEqualTo("http://localhost:9000");
        assertThat(found.get("jwks_uri").asString()).isEqualTo("http://localhost:9000/oauth2/jwks");
        assertThat(found.get("token_endpoint").asString()).isEqualTo("http://localhost:9000/oauth2/token");
    }

    @Test
    void publishesNoPrivateKey() throws Exception {
        JWKSet keys = JWKSet.parse(get("/oauth2/jwks").body());

        assertThat(keys.getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    }

    @Test
    void keepsItsKeyOverRestarts() throws Exception {
        assertThat(SigningKey.in(data).getKeyID())
                .isEqualTo(JWKSet.parse(get("/oauth2/jwks").body())
                        .getKeys()
                        .getFirst()
                        .getKeyID());
    }

    @Test
    void portalLogsInByFormAndProofKey() throws Exception {
        String verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String back = "http://localhost:8080/login/callback";
        String ask = "/oauth2/authorize?response_type=code&client_id=portal&scope=openid%20profile&state=s1"
                + "&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri=" + encoded(back);

        HttpResponse<String> turnedAway = get(ask);
        assertThat(turnedAway.statusCode()).isEqualTo(302);
        assertThat(turnedAway.headers().firstValue("location")).get().asString().endsWith("/login");
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(get("/login").body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> loggedIn =
                post("/login", Map.of("username", "maria", "password", "demo", "_csrf", csrf.group(1)));
        assertThat(loggedIn.statusCode()).isEqualTo(302);
        String returned = get(ask).headers().firstValue("location").orElseThrow();
        assertThat(returned).startsWith(back + "?code=");
        String code = returned.replaceAll(".*code=([^&]+).*", "$1");

        HttpResponse<String> answer = post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "portal",
                        "code", code,
                        "redirect_uri", back,
                        "code_verifier", verifier));

        assertThat(answer.statusCode()).isEqualTo(200);
        JWTClaimsSet claims =
                verified(json.readTree(answer.body()).get("access_token").asString());
        assertThat(claims.getAudience()).containsExactly("aftersales");
        assertThat(claims.getStringClaim("org")).isEqualTo("nordwind");
    }

    private String clientToken(String client, String secret) throws Exception {
        HttpResponse<String> answer = askForClientToken(client, secret);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body()).get("access_token").asString();
    }

    private HttpResponse<String> askForClientToken(String client, String secret) throws Exception {
        return post(
                "/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get("/oauth2/jwks").body());
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("accept", "text/html,application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
