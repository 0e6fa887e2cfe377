package dev.aftersales.chassis.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What leads to a server, and can be pulled out or held, as if the server were killed or stopped by a signal. */
final class Cable implements AutoCloseable {

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> plugged = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile ServerSocket socket;

    Cable(String host, int serverPort) {
        server = new InetSocketAddress(host, serverPort);
        socket = listen(0);
        port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Breaks all connections and refuses new ones. */
    void pull() {
        close(socket);
        plugged.forEach(Cable::close);
        plugged.clear();
    }

    void plugIn() {
        socket = listen(port);
    }

    /** Takes connections and lets nothing through. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void letGo() {
        held.countDown();
    }

    @Override
    public void close() {
        pull();
        letGo();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 200);
            Thread.ofVirtual().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                Socket far = new Socket(server.getAddress(), server.getPort());
                plugged.add(near);
                plugged.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException pulled) {
                close(listening);
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] piece = new byte[16 * 1024];
        try (from;
                to) {
            for (int read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                held.await();
                to.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException pulled) {
            plugged.remove(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
