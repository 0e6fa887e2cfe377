package dev.aftersales.endtoend.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that is told when to be away or busy, and that knows one recipient nobody can reach. */
final class MoodyMailServer implements AutoCloseable {

    /** Its mood. */
    enum Mood {
        ACCEPTING,
        /** Says 421 to whoever connects (RFC 5321, section 3.8). */
        BUSY,
        /** Nothing listens. */
        AWAY
    }

    private final Path directory;
    private final String unreachable;
    private final int port;
    private final AtomicLong next = new AtomicLong(1);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.ACCEPTING;
    private ServerSocket socket;

    /**
     * @param directory with a directory for each mailbox
     * @param unreachable the address that always bounces
     */
    MoodyMailServer(Path directory, String unreachable) {
        this.directory = directory;
        this.unreachable = unreachable;
        this.socket = listening(0);
        this.port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Changes its mood at once: whoever is connected is dropped. */
    synchronized void be(Mood wanted) {
        Mood before = mood;
        mood = wanted;
        if (wanted == Mood.AWAY) {
            close(socket);
        }
        clients.forEach(MoodyMailServer::close);
        if (before == Mood.AWAY && wanted != Mood.AWAY) {
            socket = listening(port);
        }
    }

    private ServerSocket listening(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofVirtual().name("moody-mail-server").start(() -> acceptAll(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = client.getOutputStream()) {
            if (mood == Mood.BUSY) {
                say(out, "421 4.3.2 too busy, come again");
                return;
            }
            say(out, "220 moody");
            converse(in, out);
        } catch (IOException gone) {
            // Dropped by a change of mood, or the client went away: what was not answered was not accepted.
        } finally {
            clients.remove(client);
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        String recipient = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say(out, recipient.equals(unreachable) ? "550 5.1.1 no such mailbox" : "250 ok");
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                if (!keep(recipient, in)) {
                    return;
                }
                say(out, "250 accepted");
            } else if (command.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private boolean keep(String recipient, BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                Path box = Files.createDirectories(directory.resolve(recipient));
                Files.writeString(
                        box.resolve(String.format(Locale.ROOT, "%09d.eml", next.getAndIncrement())),
                        mail,
                        StandardCharsets.ISO_8859_1);
                return true;
            }
            mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return false;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void close(java.io.Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        be(Mood.AWAY);
    }
}
