package dev.aftersales.benchmarks.floors;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** One mail of a letter's size, handed over as notification-service does it. */
final class MailFloor {

    private static final int WARM_UPS = 20;
    private static final int TIMES = 200;
    private static final String TEXT = "The parts for your claim are reserved for you.\r\n".repeat(12);

    private final Session session;
    private final int port;

    MailFloor(int port) {
        this.port = port;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(properties);
    }

    Floor.Round onKeptConnection() {
        try (Transport transport = connected()) {
            return Rounds.time(WARM_UPS, TIMES, () -> send(transport));
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail server does not answer", e);
        }
    }

    Floor.Round onNewConnection() {
        return Rounds.time(WARM_UPS, TIMES, () -> {
            try (Transport transport = connected()) {
                send(transport);
            }
        });
    }

    private Transport connected() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect("127.0.0.1", port, null, null);
        return transport;
    }

    private void send(Transport transport) throws MessagingException {
        Address customer = new InternetAddress("benchmark@nordwind.example");
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("after-sales@exporter.example"));
        message.setRecipient(Message.RecipientType.TO, customer);
        message.setSubject("A letter");
        message.setText(TEXT);
        message.saveChanges();
        transport.sendMessage(message, new Address[] {customer});
    }
}
