package dev.aftersales.benchmarks.traces;

import dev.aftersales.benchmarks.load.Acceptances;
import dev.aftersales.benchmarks.load.CustomerDesk;
import dev.aftersales.local.Suite;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Sends one claim into the quiet suite and watches everything that it sets off. */
public final class TracedClaim {

    /** Services hand in their spans every five seconds; marks and late events are through long before. */
    private static final Duration WATCH = Duration.ofSeconds(12);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HALF = 0.5;

    private final Suite.Running suite;
    private final HttpClient http;
    private final TraceReceiver receiver;
    private final Acceptances acceptances;

    public TracedClaim(Suite.Running suite, HttpClient http, TraceReceiver receiver, Acceptances acceptances) {
        this.suite = suite;
        this.http = http;
        this.receiver = receiver;
        this.acceptances = acceptances;
    }

    /** The counters of every service that has a store. */
    public StoreCommands commands() {
        Map<String, URI> services = new LinkedHashMap<>();
        for (String service :
                List.of("claims-service", "diagnosis-service", "logistics-service", "notification-service")) {
            services.put(service, suite.url(service));
        }
        return StoreCommands.read(http, services);
    }

    /**
     * Sends the claim and watches.
     *
     * @throws IllegalStateException if it has no mail in the end
     */
    public OneClaim send(CustomerDesk desk, CustomerDesk.Prepared claim) {
        StoreCommands first = commands();
        park(WATCH);
        StoreCommands before = commands();
        String trace = random(16);
        receiver.keep(trace);
        try (TopicRecords records = TopicRecords.fromNow(suite.ports().broker())) {
            long epoch = epochNanos() - System.nanoTime();
            long sentAt = System.nanoTime();
            long watchedUntil = sentAt + WATCH.toNanos();
            CustomerDesk.Answered answered =
                    desk.submit(claim, Map.of("traceparent", "00-" + trace + "-" + random(8) + "-01"));
            long mailAt = awaitMail(answered.claim());
            park(Duration.ofNanos(watchedUntil - System.nanoTime()));
            StoreCommands caused = commands().since(before).without(before.since(first), 1);
            Timeline timeline = new Timeline(receiver.kept());
            return new OneClaim(
                    (mailAt - sentAt) / NANOS_PER_MILLI,
                    timeline.hopsTo("notification-service", epoch + mailAt),
                    records.soFar(),
                    seen(caused.writes().counts()),
                    seen(reads(caused)),
                    timeline.lines(epoch + sentAt));
        }
    }

    private static Map<String, Double> reads(StoreCommands caused) {
        Map<String, Double> reads = new TreeMap<>(caused.counts());
        reads.keySet().removeAll(caused.writes().counts().keySet());
        return reads;
    }

    /**
     * Half a command is the noise of subtracting what sweeps do in an idle suite; leases are theirs alone, whenever they
     * come round.
     */
    private static Map<String, Double> seen(Map<String, Double> counts) {
        Map<String, Double> seen = new TreeMap<>(counts);
        seen.values().removeIf(count -> Math.abs(count) < HALF);
        seen.keySet().removeIf(command -> command.endsWith(" leases"));
        return seen;
    }

    private long awaitMail(String claim) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < patience) {
            Long mail = acceptances.of(claim);
            if (mail != null) {
                return mail;
            }
            park(Duration.ofMillis(5));
        }
        throw new IllegalStateException("the traced claim " + claim + " had no mail");
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        new SecureRandom().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static void park(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
