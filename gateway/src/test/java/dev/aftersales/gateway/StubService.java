package dev.aftersales.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service behind the gateway: answers every request with 200, remembers it, and can be away for a while, or about to
 * stop. Paths that
 * end in {@code /silent} are never answered, those in {@code /trickles} in two pieces, those in {@code /hangs-up} are cut, those in {@code /dressed} bear headers.
 */
public final class StubService {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("stub-", 0).factory());

    private final String name;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesRead = new AtomicLong();
    private final Semaphore secondPieces = new Semaphore(0);
    private final int port;
    private HttpServer server;
    private volatile Going going = Going.STAYING;

    /** Whether it serves, serves but says good-bye, or takes requests no more. */
    public enum Going {
        STAYING,
        LEAVING,
        STOPPING
    }

    private StubService(String name) throws IOException {
        this.name = name;
        server = listen(0);
        port = server.getAddress().getPort();
    }

    public static StubService named(String name) {
        try {
            return new StubService(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public List<Seen> seen() {
        return seen;
    }

    /** Bytes of bodies that have arrived, those of unfinished requests included. */
    public long bytesRead() {
        return bytesRead.get();
    }

    public void forget() {
        seen.clear();
        bytesRead.set(0);
        secondPieces.drainPermits();
    }

    public void is(Going now) {
        going = now;
    }

    /** Sends the second piece of an answer that trickles. */
    public void goOn() {
        secondPieces.release();
    }

    public void stop() {
        server.stop(0);
    }

    public void start() {
        try {
            server = listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 50);
        listening.setExecutor(THREADS);
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        long read = drain(exchange.getRequestBody());
        if (going != Going.STAYING) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        if (going == Going.STOPPING) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        seen.add(new Seen(name, exchange.getRequestMethod(), path, exchange.getRequestHeaders(), read));
        if (path.endsWith("/silent")) {
            waitForEver();
        }
        if (path.endsWith("/hangs-up")) {
            exchange.close();
            return;
        }
        if (path.endsWith("/trickles")) {
            trickle(exchange);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (path.endsWith("/dressed")) {
            exchange.getResponseHeaders().set("Location", "/api/v1/claims/clm-1");
            exchange.getResponseHeaders().set("Cache-Control", "private, max-age=60");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"photo.jpg\"");
            exchange.getResponseHeaders().set("ETag", "\"7\"");
        }
        byte[] body = "{\"service\":\"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        secondPieces.acquireUninterruptibly();
        exchange.getResponseBody().write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private long drain(InputStream body) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        long total = 0;
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            total += read;
            bytesRead.addAndGet(read);
        }
        return total;
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
