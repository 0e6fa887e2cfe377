package dev.aftersales.endtoend.ledger;

import dev.aftersales.local.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers who claim at a steady rate, whatever the suite is going through. Each behaves as an honest client does:
 * uploads a photo, submits the claim under a key, and comes again with the same key until the outcome is known. Some
 * submit again although they were answered, some twice at the same moment.
 */
public final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final String BOUNDARY = "----load";
    private static final int REPEATS_EVERY = 10;
    private static final int TWIN_EVERY = 15;

    /** A one-pixel PNG, so that the type that is sniffed is true. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final URI gateway;
    private final Ledger ledger;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopped;
    private volatile Duration hesitation = Duration.ZERO;
    private @Nullable Thread clock;

    /** @param person a customer, by login */
    public Load(Suite.Running suite, Ledger ledger, String person) {
        this.gateway = suite.url("gateway");
        this.ledger = ledger;
        this.token = login(suite.url("issuer"), person);
    }

    /** Each customer waits so long between his photo and his claim, so that a fault can come between the two. */
    public void hesitate(Duration time) {
        hesitation = time;
    }

    /** Begins to send, each claim when it is due whether or not those before it were answered; returns at once. */
    public void start(List<Goods.Unit> units, double perSecond) {
        stopped = false;
        clock = Thread.ofPlatform().name("load").start(() -> {
            long first = System.nanoTime();
            for (int i = 0; i < units.size() && !stopped; i++) {
                parkUntil(first + (long) (i * 1e9 / perSecond));
                int number = begun.getAndIncrement();
                Goods.Unit unit = units.get(i);
                open.incrementAndGet();
                customers.submit(() -> {
                    try {
                        claim(number, unit);
                    } finally {
                        open.decrementAndGet();
                    }
                });
            }
        });
    }

    /** How many customers have come so far. */
    public int begun() {
        return begun.get();
    }

    /** Whether every claim was sent. */
    public boolean isOver() {
        Thread sending = clock;
        return sending == null || !sending.isAlive();
    }

    /** Sends no more, and returns when each customer knows the outcome, or after that time. */
    public boolean finish(Duration atMost) {
        stopped = true;
        return awaitOutcomes(atMost);
    }

    /** Returns when all were sent and each customer knows the outcome, or after that time; says whether they do. */
    public boolean awaitOutcomes(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!isOver() || open.get() > 0) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return true;
    }

    private void claim(int number, Goods.Unit unit) {
        String key = UUID.nameUUIDFromBytes(unit.serial().getBytes(StandardCharsets.UTF_8))
                .toString();
        Outcome photo = untilKnown("evidence", key, unit, photo());
        if (!(photo instanceof Outcome.Accepted uploaded)) {
            return;
        }
        LockSupport.parkNanos(hesitation.toNanos());
        HttpRequest.Builder claim = request("/api/v1/claims")
                .header("content-type", "application/json")
                .header("idempotency-key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of(
                        "contractNumber", unit.contract(),
                        "model", Goods.MODEL,
                        "serials", List.of(unit.serial()),
                        "faultCode", unit.faultCode(),
                        "description", "The fan does not turn",
                        "evidenceIds", List.of(uploaded.id())))));
        if (number % TWIN_EVERY == 0) {
            customers.submit(() -> once("claim", key, unit, claim));
        }
        untilKnown("claim", key, unit, claim);
        if (number % REPEATS_EVERY == 0) {
            LockSupport.parkNanos(COME_AGAIN.toNanos());
            untilKnown("claim", key, unit, claim);
        }
    }

    private Outcome untilKnown(String what, String key, Goods.Unit unit, HttpRequest.Builder request) {
        while (true) {
            Outcome outcome = once(what, key, unit, request);
            if (!(outcome instanceof Outcome.Unknown)) {
                return outcome;
            }
            LockSupport.parkNanos(COME_AGAIN.toNanos());
        }
    }

    private Outcome once(String what, String key, Goods.Unit unit, HttpRequest.Builder request) {
        long number = ledger.sending(what, key, unit.serial());
        int status = 0;
        boolean retryAfter = false;
        Outcome outcome;
        try {
            HttpResponse<String> answer =
                    http.send(request.copy().timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            retryAfter = answer.headers().firstValue("retry-after").isPresent();
            outcome = outcome(answer);
        } catch (IOException e) {
            outcome = new Outcome.Unknown(String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = new Outcome.Unknown("interrupted");
        }
        ledger.answered(number, status, retryAfter, outcome);
        return outcome;
    }

    private Outcome outcome(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            return new Outcome.Accepted(json.readTree(answer.body()).get("id").asString());
        }
        if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
            return new Outcome.Refused(answer.statusCode());
        }
        return new Outcome.Unknown(answer.statusCode() + " " + answer.body());
    }

    private HttpRequest.Builder photo() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"fan.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(PNG);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return request("/api/v1/evidence")
                .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("authorization", "Bearer " + token);
    }

    private String login(URI issuer, String person) {
        try {
            return http.send(
                            HttpRequest.newBuilder(issuer.resolve("/demo/tokens"))
                                    .header("content-type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password=demo"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void parkUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        stopped = true;
        customers.shutdownNow();
        http.shutdownNow();
    }
}
