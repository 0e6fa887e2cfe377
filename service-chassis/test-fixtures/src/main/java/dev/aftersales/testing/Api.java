package dev.aftersales.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls a service over HTTP, as nobody until it is told as whom. Immutable; a status is never an exception. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI service;
    private final Map<String, String> headers;

    private Api(URI service, Map<String, String> headers) {
        this.service = service;
        this.headers = headers;
    }

    /** The service that listens on this port of the loopback address. */
    public static Api at(int port) {
        return new Api(URI.create("http://127.0.0.1:" + port), Map.of());
    }

    /** Where it listens. */
    public URI uri() {
        return service;
    }

    public Api as(People person) {
        return with("Authorization", person.bearer());
    }

    /** With a token of any kind, as {@link TestToken#sign()} makes them. */
    public Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** With one more request header. */
    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(service, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return json().send("POST", path, BodyPublishers.ofString(json));
    }

    public Answer put(String path, String json) {
        return json().send("PUT", path, BodyPublishers.ofString(json));
    }

    /** Posts one file as a browser's form does, in the form field {@code file}. */
    public Answer upload(String path, String fileName, String contentType, byte[] content) {
        String boundary = "boundary-of-the-test-form";
        byte[] head = """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(boundary, fileName, contentType).getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .send(
                        "POST",
                        path,
                        BodyPublishers.concat(
                                BodyPublishers.ofByteArray(head),
                                BodyPublishers.ofByteArray(content),
                                BodyPublishers.ofByteArray(tail)));
    }

    private Api json() {
        return headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    }

    private Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
