package dev.aftersales.endtoend;

import static org.awaitility.Awaitility.await;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Somebody's inbox, read over IMAP as a mail program would. */
final class Mailbox {

    /** A mail as it was received. */
    record Mail(String subject, String text, String messageId) {}

    /** What was read so far, by address and number, of the one suite. */
    private static final Map<String, SortedMap<Long, Mail>> READ = new ConcurrentHashMap<>();

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
        SortedMap<Long, Mail> mails = READ.computeIfAbsent(address, any -> new TreeMap<>());
        synchronized (mails) {
            readFurther(mails);
            return List.copyOf(mails.values());
        }
    }

    /** Mails stay as they are, and boxes of teams hold hundreds: only those are read that came since. */
    private void readFurther(SortedMap<Long, Mail> mails) {
        Properties properties = new Properties();
        properties.put("mail.imap.host", "127.0.0.1");
        properties.put(
                "mail.imap.port", String.valueOf(TheSuite.running().ports().imap()));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, "demo");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                UIDFolder numbered = (UIDFolder) inbox;
                long next = mails.isEmpty() ? 1 : mails.lastKey() + 1;
                Message[] found = numbered.getMessagesByUID(next, UIDFolder.LASTUID);
                FetchProfile whole = new FetchProfile();
                whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
                whole.add(UIDFolder.FetchProfileItem.UID);
                inbox.fetch(found, whole);
                for (Message message : found) {
                    mails.put(
                            numbered.getUID(message),
                            new Mail(
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
    }
}
