package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.People;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamsIT extends RunningGateway {

    /** Longer than an answer may take to begin (RunningGateway: 1.5 s). */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Test
    void handsOnEachPieceAtOnceAndBearsLongSilence() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/batch-radar/trickles"))
                .header("Accept", "text/event-stream")
                .header("Authorization", People.ANNA.bearer())
                .header("Last-Event-ID", "7")
                .build();

        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(lines.readLine()).isEqualTo("data: first");
            await().during(SILENCE).atMost(SILENCE.multipliedBy(2)).until(() -> seen().size() == 1);
            SERVICES.forEach(service -> service.goOn());
            assertThat(lines.lines().toList()).containsExactly("", "data: second", "");
        }
        assertThat(seen().getFirst().header("Last-event-id")).containsExactly("7");
    }
}
