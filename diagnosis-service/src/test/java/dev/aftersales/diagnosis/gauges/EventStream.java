package dev.aftersales.diagnosis.gauges;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as a browser does. */
final class EventStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final Event HEARTBEAT = new Event("", "", null);
    private static final Event END = new Event("", "", null);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An event of the stream. */
    record Event(String name, String data, @Nullable String id) {}

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    static EventStream open(int port, String path, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventStream(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The next event that is no heartbeat, which must have that name. */
    Event next(String name) {
        Event next = take();
        while (next == HEARTBEAT) {
            next = take();
        }
        if (!next.name().equals(name)) {
            throw new AssertionError("not " + name + " but " + next);
        }
        return next;
    }

    /** The first event of that name, whatever comes before it. */
    Event skipTo(String name) {
        for (Event next = take(); next != END; next = take()) {
            if (next.name().equals(name)) {
                return next;
            }
        }
        throw new AssertionError("it ended before " + name);
    }

    /** All events before the one of that name. */
    List<Event> until(String name) {
        List<Event> before = new ArrayList<>();
        for (Event next = take(); !next.name().equals(name); next = take()) {
            if (next == END) {
                throw new AssertionError("it ended after " + before);
            }
            if (next != HEARTBEAT) {
                before.add(next);
            }
        }
        return before;
    }

    /** Whether a heartbeat comes next. */
    boolean heartbeat() {
        return take() == HEARTBEAT;
    }

    /** Whether nothing but heartbeats comes before the end. */
    boolean ended() {
        Event next = take();
        while (next == HEARTBEAT) {
            next = take();
        }
        return next == END;
    }

    private Event take() {
        try {
            Event next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            String data = "";
            String id = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    events.add(HEARTBEAT);
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, data, id));
                    name = "";
                    data = "";
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
        events.add(END);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
