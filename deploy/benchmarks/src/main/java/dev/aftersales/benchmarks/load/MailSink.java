package dev.aftersales.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mail server (RFC 5321, as much as a client needs) that takes every mail and forgets it. It stands in this process so
 * that a mail's acceptance is stamped when it happens, on the clock that the claim was sent by.
 */
public final class MailSink implements AutoCloseable {

    private final ServerSocket socket;
    private final Consumer<Mail> taken;

    /**
     * A mail at the moment of its acceptance.
     *
     * @param acceptedAt of {@link System#nanoTime()}, right before the server's 250 leaves
     * @param references the header of that name; empty without one
     */
    public record Mail(long acceptedAt, String subject, String references) {}

    private MailSink(ServerSocket socket, Consumer<Mail> taken) {
        this.socket = socket;
        this.taken = taken;
    }

    /** Listens on a free port. */
    public static MailSink listening(Consumer<Mail> taken) {
        try {
            MailSink sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), taken);
            Thread.ofPlatform().daemon().name("mail-sink").start(sink::acceptAll);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("the mail sink cannot listen", e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().name("mail-sink-client").start(() -> serve(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 benchmark");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    Mail mail = read(in);
                    if (mail == null) {
                        return;
                    }
                    say(out, "250 taken");
                    taken.accept(mail);
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 benchmark");
                }
            }
        } catch (SocketException dropped) {
            // A client that goes away without a QUIT has handed over what it had.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null when the client left before the final dot: such a mail was never accepted. */
    private static @Nullable Mail read(BufferedReader in) throws IOException {
        StringBuilder headers = new StringBuilder();
        boolean body = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return new Mail(System.nanoTime(), header(headers, "subject"), header(headers, "references"));
            }
            if (line.isEmpty()) {
                body = true;
            } else if (!body) {
                boolean folded = Character.isWhitespace(line.charAt(0));
                headers.append(folded ? " " : "\n").append(line.strip());
            }
        }
        return null;
    }

    private static String header(CharSequence headers, String name) {
        return headers.toString()
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
