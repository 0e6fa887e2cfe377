package dev.aftersales.benchmarks.load;

import dev.aftersales.local.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the load's customer does over the gateway: uploads a photo, submits a claim. Logs in once for each phase. */
public final class CustomerDesk {

    private static final String CUSTOMER = "maria";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "----benchmark";
    private static final int PHOTO_BYTES = 32 * 1024;

    /** A one-pixel PNG, so that the type that is sniffed is true. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final URI gateway;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.shared();
    private final String token;

    /** A claim that is ready to be sent. */
    public record Prepared(String contract, String serial, String evidence) {}

    /**
     * What the POST brought.
     *
     * @param claim the id; empty unless the status is 201
     * @param answeredAt of {@link System#nanoTime()}
     */
    public record Answered(int status, String claim, long answeredAt) {}

    private CustomerDesk(URI gateway, HttpClient http, String token) {
        this.gateway = gateway;
        this.http = http;
        this.token = token;
    }

    /** Logs in at the suite's issuer. */
    public static CustomerDesk at(Suite.Running suite, HttpClient http) {
        return new CustomerDesk(suite.url("gateway"), http, login(suite.url("issuer"), CUSTOMER, http));
    }

    /** The token of a demo person. */
    public static String login(URI issuer, String person, HttpClient http) {
        HttpResponse<String> answer = send(
                http,
                HttpRequest.newBuilder(issuer.resolve("/demo/tokens"))
                        .timeout(PATIENCE)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password=demo"))
                        .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the issuer answered " + answer.statusCode() + " to a login");
        }
        return answer.body().strip();
    }

    /** Uploads a photo and answers its id. */
    public String upload() {
        HttpResponse<String> answer = send(
                http,
                request("/api/v1/evidence")
                        .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form()))
                        .build());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("evidence: " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body()).get("id").asString();
    }

    /** Submits the claim. */
    public Answered submit(Prepared claim) {
        return submit(claim, Map.of());
    }

    /** Submits the claim with more headers, such as a trace's. */
    public Answered submit(Prepared claim, Map<String, String> headers) {
        return submit(claim.contract(), List.of(claim.serial()), claim.evidence(), headers);
    }

    /** Submits one claim of several units. */
    public Answered submit(String contract, List<String> serials, String evidence) {
        return submit(contract, serials, evidence, Map.of());
    }

    private Answered submit(String contract, List<String> serials, String evidence, Map<String, String> headers) {
        HttpRequest.Builder request = request("/api/v1/claims")
                .header("content-type", "application/json")
                .header("idempotency-key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of(
                        "contractNumber",
                        contract,
                        "model",
                        Inventory.MODEL,
                        "serials",
                        serials,
                        "faultCode",
                        Inventory.FAULT_CODE,
                        "description",
                        "The fan does not turn",
                        "evidenceIds",
                        List.of(evidence)))));
        headers.forEach(request::header);
        HttpResponse<String> answer = send(http, request.build());
        long answeredAt = System.nanoTime();
        String id = answer.statusCode() == 201
                ? json.readTree(answer.body()).get("id").asString()
                : "";
        return new Answered(answer.statusCode(), id, answeredAt);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("authorization", "Bearer " + token);
    }

    private static byte[] form() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"fan.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(PNG);
        form.writeBytes(new byte[PHOTO_BYTES - PNG.length]);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
