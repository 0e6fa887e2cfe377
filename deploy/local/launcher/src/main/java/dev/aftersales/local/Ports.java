package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where each part of the suite listens, always on 127.0.0.1.
 *
 * @param controller the broker's own quorum port
 */
public record Ports(
        int gateway,
        int claims,
        int diagnosis,
        int logistics,
        int notifications,
        int issuer,
        int broker,
        int controller,
        int store,
        int smtp,
        int imap) {

    /** How many instances of a service can run beside each other. */
    static final int MOST_INSTANCES = 4;

    private static final int COUNT = 11;
    private static final int BETWEEN_INSTANCES = 100;
    private static final int WIDTH = MOST_INSTANCES * BETWEEN_INSTANCES;
    private static final int LOWEST_FREE = 10_000;
    private static final int ATTEMPTS = 200;

    public Ports {
        List<Integer> all = List.of(
                gateway, claims, diagnosis, logistics, notifications, issuer, broker, controller, store, smtp, imap);
        for (int port : all) {
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("port " + port + " does not exist: use 1 to 65535");
            }
        }
        if (all.stream().distinct().count() != COUNT) {
            throw new IllegalArgumentException("two parts cannot share a port: " + all);
        }
    }

    /** The ports that the README names. */
    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 9000, 9092, 9093, 27017, 3025, 3143);
    }

    /**
     * All ports moved by the same distance.
     *
     * @throws IllegalArgumentException if one would leave the range
     */
    public Ports shifted(int offset) {
        return new Ports(
                gateway + offset,
                claims + offset,
                diagnosis + offset,
                logistics + offset,
                notifications + offset,
                issuer + offset,
                broker + offset,
                controller + offset,
                store + offset,
                smtp + offset,
                imap + offset);
    }

    /**
     * The same ports, but of the services those of that instance: the first has what stands here, and each further one
     * listens 100 ports above the one before, at standard ports on 8181 to 8184, 8281 to 8284 and
     * so on.
     *
     * @throws IllegalArgumentException if one would leave the range or meet another part's
     */
    public Ports ofInstance(int instance) {
        int distance = (instance - 1) * BETWEEN_INSTANCES;
        return new Ports(
                gateway,
                claims + distance,
                diagnosis + distance,
                logistics + distance,
                notifications + distance,
                issuer,
                broker,
                controller,
                store,
                smtp,
                imap);
    }

    /**
     * Ports that nobody holds at the moment, with those of four instances of each service. Where the
     * system tells which ports it gives to outgoing connections, they lie below those: a part that is down for a while
     * would otherwise find its port taken by the very connections that look for it.
     *
     * @throws UncheckedIOException if the machine has too few
     */
    public static Ports free() {
        int end = EphemeralPorts.ofThisMachine().map(EphemeralPorts::first).orElse(65_536) - WIDTH;
        int start = end > LOWEST_FREE ? LOWEST_FREE : 1_024;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ports ports = ports(ThreadLocalRandom.current().nextInt(start, end));
            if (ports.withInstances().allMatch(Ports::isFree)) {
                return ports;
            }
        }
        throw new UncheckedIOException(new IOException("no free ports from " + start + " to " + (end + WIDTH)));
    }

    private static Ports ports(int p) {
        return new Ports(p, p + 1, p + 2, p + 3, p + 4, p + 5, p + 6, p + 7, p + 8, p + 9, p + 10);
    }

    private IntStream withInstances() {
        return IntStream.rangeClosed(1, MOST_INSTANCES)
                .mapToObj(this::ofInstance)
                .flatMap(ports -> ports.all().stream())
                .mapToInt(Integer::intValue)
                .distinct();
    }

    /** Whether a part could listen there now: neither another server nor an outgoing connection holds the port. */
    static boolean isFree(int port) {
        // Some systems let two servers share a port, one on every address and one on 127.0.0.1; only asking finds
        // those.
        if (Probe.Tcp.accepts(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The highest of them. */
    int highest() {
        return all().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private List<Integer> all() {
        return List.of(
                gateway, claims, diagnosis, logistics, notifications, issuer, broker, controller, store, smtp, imap);
    }
}
