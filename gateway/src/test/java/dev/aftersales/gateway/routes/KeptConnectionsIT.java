package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.People;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody's next request waits because the gateway answered the one before it by itself. */
class KeptConnectionsIT extends RunningGateway {

    private static final int CLIENTS = 4;
    private static final int ROUNDS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    static Stream<Arguments> requestsThatTheGatewayAnswersItself() {
        return Stream.of(
                Arguments.of("unknown path", "/nothing", "X-Any", "1", 0, 404),
                Arguments.of("wrong role", "/ops/v1/claims/x", "X-Any", "1", 0, 403),
                Arguments.of("wrong role with a body", "/ops/v1/claims/x", "X-Any", "1", 2, 403),
                Arguments.of("foreign origin", "/api/v1/claims", "Origin", "https://evil.example", 0, 403),
                Arguments.of("health", "/actuator/health/liveness", "X-Any", "1", 0, 200));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requestsThatTheGatewayAnswersItself")
    void answersTheNextRequestToo(String kind, String path, String header, String value, int bytes, int status)
            throws Exception {
        String token = People.ANNA.token();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(any -> clients.submit(() -> {
                        for (int round = 0; round < ROUNDS; round++) {
                            HttpRequest.Builder own = to(path, token).header(header, value);
                            if (bytes > 0) {
                                own.POST(HttpRequest.BodyPublishers.ofString("x".repeat(bytes)));
                            }
                            assertThat(statusOf(client, own)).isEqualTo(status);
                            assertThat(statusOf(client, to("/api/v1/claims", token)))
                                    .isEqualTo(200);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(gateway().uri().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static int statusOf(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
