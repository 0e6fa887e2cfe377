package dev.aftersales.endtoend;

import dev.aftersales.local.Ports;
import dev.aftersales.local.Suite;
import dev.aftersales.testing.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The whole suite as the launcher starts it, on free ports and with data of its own: started by the first test that asks,
 * shared by all, stopped when the test JVM ends. Warehouse and carrier are played by the tests.
 */
public final class TheSuite {

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private TheSuite() {}

    private static final class Holder {
        static final Suite.Running RUNNING = started();

        private static Suite.Running started() {
            Suite.Running running = Suite.on(Path.of("target", "suite").toAbsolutePath())
                    .fresh(true)
                    .ports(Ports.free())
                    .simulation(true)
                    .instances("notification-service", 2)
                    .output(System.out)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            STARTED.set(true);
            return running;
        }
    }

    static Suite.Running running() {
        return Holder.RUNNING;
    }

    /** Ends it if it runs: what comes behind the tests that share it has suites of its own, and needs the machine. */
    public static void end() {
        if (STARTED.getAndSet(false)) {
            Holder.RUNNING.close();
        }
    }

    /** The gateway, called with the token of a demo person. */
    static Api as(String person) {
        return gateway().withToken(tokenOf(person));
    }

    /** The gateway, called by nobody. */
    static Api gateway() {
        return Api.at(running().ports().gateway());
    }

    /** The gateway, called by a partner system. */
    static Api asPartner(String partner) {
        return gateway().withToken(TOKENS.computeIfAbsent("partner " + partner, any -> partnerToken(partner)));
    }

    static String tokenOf(String person) {
        return TOKENS.computeIfAbsent(
                person, any -> form("/demo/tokens", "username=" + encoded(person) + "&password=demo"));
    }

    private static String partnerToken(String partner) {
        String answer = form(
                "/oauth2/token", "grant_type=client_credentials&client_id=" + encoded(partner) + "&client_secret=demo");
        return com.jayway.jsonpath.JsonPath.read(answer, "$.access_token");
    }

    private static String form(String path, String fields) {
        URI uri = running().url("issuer").resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(uri + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
