package dev.aftersales.notifications.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * One connection to the mail server, kept open between messages because opening one costs far more than a message does.
 * Not safe for several threads.
 */
public final class MailConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailConnection.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final JavaMailSenderImpl configured;
    private final Session session;
    private final MailSettings settings;
    private final Clock machineClock;
    private @Nullable Transport transport;
    private Instant lastUsed = Instant.EPOCH;

    MailConnection(JavaMailSenderImpl configured, Session session, MailSettings settings, Clock machineClock) {
        this.configured = configured;
        this.session = session;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /**
     * Sees to it that the server listens.
     *
     * @throws MailServerUnavailable when it does not
     */
    public void open() throws MailServerUnavailable {
        Transport open = transport;
        if (open != null && stands(open)) {
            return;
        }
        close();
        try {
            Transport fresh = session.getTransport(protocol(configured));
            fresh.connect(
                    configured.getHost(), configured.getPort(), configured.getUsername(), configured.getPassword());
            transport = fresh;
            lastUsed = Instant.now(machineClock);
        } catch (MessagingException e) {
            throw new MailServerUnavailable(e);
        }
    }

    /** Hands a message to the server that {@link #open()} reached. Refusals leave the connection open. */
    public Reply hand(Mail mail) {
        Transport open = transport;
        if (open == null) {
            return new Reply.Deferred("not connected");
        }
        InternetAddress to;
        try {
            to = new InternetAddress(mail.toAddress(), true);
        } catch (AddressException e) {
            return new Reply.Refused("address unusable");
        }
        if (to.isGroup()) {
            return new Reply.Refused("address unusable");
        }
        try {
            MimeMessage message = message(mail, to.getAddress());
            message.saveChanges();
            open.sendMessage(message, new InternetAddress[] {new InternetAddress(to.getAddress())});
            lastUsed = Instant.now(machineClock);
            return new Reply.Accepted();
        } catch (MessagingException e) {
            Reply reply = Refusals.replyTo(e);
            lastUsed = Instant.EPOCH;
            return reply;
        }
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                log.atDebug().log("The mail server had closed the connection already");
            }
        }
    }

    static String protocol(JavaMailSenderImpl configured) {
        String protocol = configured.getProtocol();
        return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }

    /** A server closes connections that idle; asking costs a round trip, so it is asked only after a pause. */
    private boolean stands(Transport open) {
        Instant now = Instant.now(machineClock);
        if (Duration.between(lastUsed, now).compareTo(settings.trustIdleFor()) < 0) {
            return true;
        }
        boolean connected = open.isConnected();
        if (connected) {
            lastUsed = now;
        }
        return connected;
    }

    private MimeMessage message(Mail mail, String to) throws MessagingException {
        MimeMessage message = new Identified(session, bracketed(mail.id()));
        message.setFrom(address(mail.fromAddress(), mail.fromName()));
        message.setRecipient(Message.RecipientType.TO, address(to, mail.toName()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Date", DATE.format(Instant.now(machineClock)));
        message.setHeader("Content-Language", mail.language());
        message.setHeader("References", bracketed(mail.thread()));
        // RFC 3834: keeps holiday notices and other robots from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String bracketed(String id) {
        return "<" + id + "@" + settings.messageIdDomain() + ">";
    }

    private static InternetAddress address(String address, String name) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** A message whose Message-ID is ours. */
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
