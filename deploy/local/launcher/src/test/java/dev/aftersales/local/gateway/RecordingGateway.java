package dev.aftersales.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gateway and issuer in one: answers what it was told to, and keeps what it was asked. */
public final class RecordingGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public RecordingGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a GET of that address answers; any other answers 404. */
    public RecordingGateway answering(String path, String json) {
        answers.put(path, json);
        return this;
    }

    public Gateway client() {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort());
        return new Gateway(uri, uri);
    }

    /** Every change that was asked for: method, address, who, body. */
    public List<String> changes() {
        return asked.stream().filter(line -> !line.startsWith("GET")).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        String answer;
        int status = 200;
        if (path.equals("/demo/tokens")) {
            answer = body.replaceAll(".*username=(\\w+).*", "$1");
        } else if (path.equals("/oauth2/token")) {
            answer = "{\"access_token\":\"" + body.replaceAll(".*client_id=([\\w-]+).*", "$1") + "\"}";
        } else {
            String who = exchange.getRequestHeaders().getFirst("authorization");
            asked.add(exchange.getRequestMethod() + " " + path + " " + who + " " + body);
            answer = answers.getOrDefault(path, "{}");
            status = exchange.getRequestMethod().equals("GET") && !answers.containsKey(path) ? 404 : 200;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
