package dev.aftersales.endtoend.ledger;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails that the suite's mail server has accepted, as it keeps them on the disk. */
final class Mailboxes {

    private Mailboxes() {}

    static List<Sighting.Mail> in(Path directory) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        List<Sighting.Mail> mails = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".eml")).sorted().forEach(file -> mails.add(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mails;
    }

    private static Sighting.Mail read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), content);
            // A claim's mails refer to it, so that a mail program shows them as one thread.
            String thread = String.join(" ", nullToEmpty(mail.getHeader("References")));
            String claim = thread.isEmpty() ? "" : thread.substring(1, thread.indexOf('@'));
            return new Sighting.Mail(
                    String.valueOf(file.getParent().getFileName()),
                    claim,
                    String.valueOf(mail.getSubject()),
                    String.valueOf(mail.getMessageID()),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("no mail: " + file, e);
        }
    }

    private static String[] nullToEmpty(String[] header) {
        return header == null ? new String[0] : header;
    }
}
