package dev.aftersales.endtoend;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Somebody's inbox, read over IMAP as a mail program would. */
final class Mailbox {

    /** A mail as it was received. */
    record Mail(String subject, String text, String messageId) {}

    private final String address;

    private Mailbox(String address) {
        this.address = address;
    }

    static Mailbox of(String address) {
        return new Mailbox(address);
    }

    /** What is written to those of the vendor who have a role, wherever the vendor has that read. */
    static Mailbox ofTeam(String operations, String role) {
        List<String> addresses = TheSuite.as(operations)
                .get("/api/v1/team-mailboxes")
                .at("$.items[?(@.role == '" + role + "')].address");
        return of(addresses.getFirst());
    }

    /** Waits for a mail about the claim with these words in its subject. */
    Mail awaitMail(String claim, String subject) {
        await().atMost(Duration.ofSeconds(20))
                .alias("a mail about " + claim + " with \"" + subject + "\" in its subject")
                .until(() ->
                        about(claim).stream().anyMatch(mail -> mail.subject().contains(subject)));
        return about(claim).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    /** Every mail that speaks of the claim, in the order of their arrival. */
    List<Mail> about(String claim) {
        return all().stream()
                .filter(mail -> mail.subject().contains(claim) || mail.text().contains(claim))
                .toList();
    }

    private List<Mail> all() {
        Properties properties = new Properties();
        properties.put("mail.imap.host", "127.0.0.1");
        properties.put(
                "mail.imap.port", String.valueOf(TheSuite.running().ports().imap()));
        List<Mail> mails = new ArrayList<>();
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, "demo");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    mails.add(new Mail(
                            message.getSubject(),
                            String.valueOf(message.getContent()),
                            message.getHeader("Message-ID")[0]));
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot read the inbox of " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }
}
