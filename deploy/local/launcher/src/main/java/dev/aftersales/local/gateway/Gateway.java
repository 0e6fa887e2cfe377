package dev.aftersales.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The suite's one public door, and the issuer whose tokens open it. */
public final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Well below the hour that a token lives. */
    private static final Duration TOKEN_USE = Duration.ofMinutes(30);

    private static final String PASSWORD = "demo";

    private final URI gateway;
    private final URI issuer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    public Gateway(URI gateway, URI issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    /**
     * Reads as that person.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer get(String person, String path) {
        return send(request(path, personToken(person)).GET());
    }

    /**
     * Writes as that person.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer put(String person, String path, Object body) {
        return send(request(path, personToken(person))
                .header("content-type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * Writes as that person what must not be there yet.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer putFirst(String person, String path, Object body) {
        return send(request(path, personToken(person))
                .header("content-type", "application/json")
                .header("if-none-match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * Asks for something to be done, as that person.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer post(String person, String path, Object body) {
        return send(request(path, personToken(person))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * Asks for something to be done once, as that person, however often it is asked for under that key.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer postOnce(String person, String path, String key, Object body) {
        return send(request(path, personToken(person))
                .header("content-type", "application/json")
                .header("idempotency-key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * Uploads a file as that person.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer upload(String person, String path, String fileName, byte[] content) {
        String between = "----file-" + UUID.randomUUID();
        return send(request(path, personToken(person))
                .header("content-type", "multipart/form-data; boundary=" + between)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString("--" + between
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + between + "--\r\n"))));
    }

    /**
     * Asks, as that person, for what follows the version that he has read.
     *
     * @param eTag of that version
     * @throws UncheckedIOException if nobody answers
     */
    public Answer postOnto(String person, String path, String eTag, Object body) {
        return send(request(path, personToken(person))
                .header("content-type", "application/json")
                .header("if-match", eTag)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /**
     * Hands in a CloudEvent (structured mode) as that partner.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public Answer partnerEvent(String partner, Map<String, Object> event) {
        return send(request("/partners/v1/events", partnerToken(partner))
                .header("content-type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(event))));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + token)
                .header("accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request.build());
        return new Answer(response.statusCode(), parsed(response.body()));
    }

    private JsonNode parsed(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            return json.valueToTree(body);
        }
    }

    private String personToken(String person) {
        return token(person, () -> form("/demo/tokens", Map.of("username", person, "password", PASSWORD)));
    }

    private String partnerToken(String partner) {
        return token(partner, () -> json.readTree(form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "client_id", partner, "client_secret", PASSWORD)))
                .get("access_token")
                .asString());
    }

    private String token(String owner, Supplier<String> fetch) {
        Instant now = Instant.now();
        Token kept = tokens.get(owner);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.value();
        }
        String value = fetch.get();
        tokens.put(owner, new Token(value, now.plus(TOKEN_USE)));
        return value;
    }

    private String form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(issuer.resolve(path))
                .timeout(PATIENCE)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(
                    new IOException("the issuer answered " + response.statusCode() + " to " + path));
        }
        return response.body();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while asking " + request.uri(), e));
        }
    }
}
