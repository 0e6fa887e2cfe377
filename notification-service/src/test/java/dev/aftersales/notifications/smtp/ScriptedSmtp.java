package dev.aftersales.notifications.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A mail server that answers each recipient as the test says: it may refuse, defer, and take its time. */
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket listening;
    private final Function<String, String> answerToRecipient;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** @param answerToRecipient the reply to {@code RCPT TO}, as in {@code 550 5.1.1 no such user} */
    public ScriptedSmtp(Function<String, String> answerToRecipient) {
        this.answerToRecipient = answerToRecipient;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Recipient and Message-ID of each message taken, with a space between. */
    public List<String> accepted() {
        return accepted;
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 scripted\r\n");
            out.flush();
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                String reply =
                        switch (command) {
                            case "RCPT" -> {
                                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                                yield answerToRecipient.apply(recipient);
                            }
                            case "DATA" -> {
                                out.print("354 go on\r\n");
                                out.flush();
                                accepted.add(recipient + " " + messageId(in));
                                yield "250 2.0.0 taken";
                            }
                            case "QUIT" -> "221 bye";
                            default -> "250 ok";
                        };
                out.print(reply + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            // The client has gone; that is its good right.
        }
    }

    private static String messageId(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
        }
        return id;
    }
}
