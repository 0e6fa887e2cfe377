package dev.aftersales.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Mailboxes as directories with one file for each mail, in order of arrival. The file is on the disk before the sender
 * hears that the mail was accepted.
 */
final class KeptMails implements MessageDeliveryHandler {

    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final UserManager users;
    private final AtomicLong next = new AtomicLong(1);

    KeptMails(Path directory, UserManager users) {
        this.directory = directory;
        this.users = users;
    }

    /** Puts what earlier runs accepted back into the mailboxes. */
    void reload() throws IOException, MessagingException, UserException {
        Files.createDirectories(directory);
        for (Path mailbox : listed(directory, "")) {
            GreenMailUser user = userOf(mailbox.getFileName().toString());
            for (Path file : listed(mailbox, SUFFIX)) {
                try (InputStream content = Files.newInputStream(file)) {
                    user.deliver(new MimeMessage(Session.getInstance(new Properties()), content));
                }
                next.accumulateAndGet(numberOf(file) + 1, Math::max);
            }
        }
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress address) throws MessagingException, UserException {
        String mailbox = mailboxOf(address.getEmail());
        write(mailbox, message.getMessage());
        return userOf(mailbox);
    }

    private GreenMailUser userOf(String mailbox) throws UserException {
        GreenMailUser known = users.getUserByEmail(mailbox);
        return known != null ? known : users.createUser(mailbox, mailbox, MailServer.PASSWORD);
    }

    private void write(String mailbox, MimeMessage message) throws MessagingException {
        try {
            Path box = Files.createDirectories(directory.resolve(mailbox));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            message.writeTo(content);
            String name = String.format(Locale.ROOT, "%09d", next.getAndIncrement());
            Path draft = box.resolve(name + ".draft");
            try {
                write(draft, content.toByteArray());
                Files.move(draft, box.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // Half a mail must not take the room that a full disk lacks; the sender is told to come back.
                Files.deleteIfExists(draft);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** The address as a file name: whatever could leave the directory becomes an underscore. */
    static String mailboxOf(String address) {
        String name = address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._+-]", "_");
        return name.startsWith(".") ? "_" + name.substring(1) : name;
    }

    private static long numberOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static List<Path> listed(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
