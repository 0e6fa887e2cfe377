package dev.aftersales.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.local.Ports;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {

    private static final String MARIA = "maria@nordwind.example";

    @TempDir
    Path directory;

    private final Ports ports = Ports.free();

    @Test
    void mailsOutliveARestartInTheirOrder() throws Exception {
        try (MailServer server = MailServer.start(directory, ports.smtp(), ports.imap())) {
            send("claim received");
            send("部件已发出");
        }

        try (MailServer server = MailServer.start(directory, ports.smtp(), ports.imap())) {
            send("delivered");
            assertThat(subjects(MARIA)).containsExactly("claim received", "部件已发出", "delivered");
        }
    }

    @Test
    void anyAddressHasAMailboxEvenBeforeItsFirstMail() throws Exception {
        try (MailServer server = MailServer.start(directory, ports.smtp(), ports.imap())) {
            assertThat(subjects("nobody@nowhere.example")).isEmpty();
        }
    }

    @Test
    void keepsNothingOfAMailThatItRefusesAndTakesTheNext() throws Exception {
        try (MailServer server = MailServer.start(directory, ports.smtp(), ports.imap())) {
            Path box = directory.resolve(MARIA);
            Files.createDirectories(box.resolve("000000001.eml").resolve("in the way"));

            assertThatThrownBy(() -> send("claim received")).hasStackTraceContaining("451");
            try (Stream<Path> left = Files.list(box)) {
                assertThat(left).containsExactly(box.resolve("000000001.eml"));
            }

            send("claim received");
            assertThat(subjects(MARIA)).containsExactly("claim received");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maria@Nordwind.example",
                "../../etc/passwd",
                "a/b@c.example",
                "..",
            })
    void mailboxStaysInItsDirectory(String address) {
        assertThat(directory.resolve(KeptMails.mailboxOf(address)).normalize().getParent())
                .isEqualTo(directory);
    }

    private void send(String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(ports.smtp()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("service@exporter.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(MARIA));
        message.setSubject(subject, "UTF-8");
        message.setText("Dear Maria", "UTF-8");
        Transport.send(message);
    }

    private List<String> subjects(String mailbox) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", ports.imap(), mailbox, MailServer.PASSWORD);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> subjects = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }
}
