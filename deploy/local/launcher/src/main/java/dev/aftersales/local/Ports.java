package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

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

    private static final int COUNT = 11;

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
     * Ports that nobody holds at the moment.
     *
     * @throws UncheckedIOException if the machine has too few
     */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < COUNT; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10]);
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports", e);
        } finally {
            held.forEach(Ports::release);
        }
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

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
