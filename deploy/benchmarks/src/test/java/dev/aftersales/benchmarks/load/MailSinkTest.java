package dev.aftersales.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailSinkTest {

    private final BlockingQueue<MailSink.Mail> taken = new LinkedBlockingQueue<>();

    @Test
    void stampsAMailWhenItsLastLineCame() throws Exception {
        try (MailSink sink = MailSink.listening(taken::add)) {
            long before = System.nanoTime();

            String reply = hand(sink, """
                    Subject: Claim clm-1: your parts
                     are being packed
                    References: <clm-1@example>

                    Subject: not a header any more
                    .
                    """);

            MailSink.Mail mail = taken.poll(5, TimeUnit.SECONDS);
            assertThat(reply).startsWith("250");
            assertThat(mail.subject()).isEqualTo("Claim clm-1: your parts are being packed");
            assertThat(mail.references()).isEqualTo("<clm-1@example>");
            assertThat(mail.acceptedAt()).isBetween(before, System.nanoTime());
        }
    }

    @Test
    void onlyTheMailOfReleasedPartsCountsAndOnlyTheFirst() {
        Acceptances acceptances = new Acceptances();

        acceptances.hear(new MailSink.Mail(1, "Claim clm-1: received", ""));
        acceptances.hear(new MailSink.Mail(2, "Claim clm-1: your parts are being packed", ""));
        acceptances.hear(new MailSink.Mail(3, "Claim clm-1: your parts are being packed", ""));

        assertThat(acceptances.of("clm-1")).isEqualTo(2);
        assertThat(acceptances.of("clm-2")).isNull();
    }

    private static String hand(MailSink sink, String message) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), sink.port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            in.readLine();
            for (String command : new String[] {"EHLO me", "MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA"}) {
                out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                in.readLine();
            }
            out.write(message.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return in.readLine();
        }
    }
}
