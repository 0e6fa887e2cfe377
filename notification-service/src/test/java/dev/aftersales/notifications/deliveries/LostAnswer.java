package dev.aftersales.notifications.deliveries;

import com.mongodb.ConnectionString;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before the store, and when told so loses the answer to a command that was carried out. */
final class LostAnswer implements AutoCloseable {

    private final String host;
    private final int storePort;
    private final String mark;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile boolean lost;

    /** @param mark a word in the command whose answer is lost */
    LostAnswer(String storeUri, String mark) throws IOException {
        String[] address = new ConnectionString(storeUri).getHosts().getFirst().split(":");
        this.host = address[0];
        this.storePort = Integer.parseInt(address[1]);
        this.mark = mark;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void loseNext() {
        armed.set(true);
    }

    boolean lost() {
        return lost;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** A driver's connection carries one command at a time, but for heartbeats, which have their own. */
    private void serve(Socket client) {
        try (client;
                Socket store = new Socket(host, storePort)) {
            Thread.ofVirtual().start(() -> passAnswers(store, client));
            DataInputStream commands = new DataInputStream(client.getInputStream());
            OutputStream out = store.getOutputStream();
            while (true) {
                byte[] command = message(commands);
                if (armed.get()
                        && new String(command, StandardCharsets.ISO_8859_1).contains(mark)
                        && armed.compareAndSet(true, false)) {
                    // Carried out on a connection of its own, so that its end is known.
                    try (Socket own = new Socket(host, storePort)) {
                        own.getOutputStream().write(command);
                        message(new DataInputStream(own.getInputStream()));
                    }
                    lost = true;
                    return;
                }
                out.write(command);
            }
        } catch (IOException ended) {
            // One side has hung up.
        }
    }

    private static void passAnswers(Socket store, Socket client) {
        try (client) {
            store.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException ended) {
            // One side has hung up.
        }
    }

    private static byte[] message(DataInputStream from) throws IOException {
        byte[] length = from.readNBytes(4);
        if (length.length < 4) {
            throw new IOException("the other side has hung up");
        }
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = Arrays.copyOf(length, size);
        from.readFully(message, 4, size - 4);
        return message;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
