package dev.aftersales.benchmarks.floors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An authenticated GET that a service answers from its memory, over a kept connection. */
final class RouteFloor {

    private static final String PATH = "/api/v1/policies";
    private static final int WARM_UPS = 100;
    private static final int TIMES = 500;

    private final HttpClient http;
    private final HttpRequest request;

    RouteFloor(HttpClient http, URI server, String token) {
        this.http = http;
        this.request = HttpRequest.newBuilder(server.resolve(PATH))
                .header("authorization", "Bearer " + token)
                .build();
    }

    Floor.Round round() {
        return Rounds.time(WARM_UPS, TIMES, this::get);
    }

    private void get() throws IOException, InterruptedException {
        int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IOException(request.uri() + " answered " + status);
        }
    }
}
