package dev.aftersales.notifications.smtp;

import jakarta.mail.Session;
import java.time.Clock;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that {@code spring.mail} names. */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class MailServer {

    private final JavaMailSenderImpl configured;
    private final MailSettings settings;
    private final Clock machineClock;
    private final Session session;

    MailServer(JavaMailSenderImpl configured, MailSettings settings, @Qualifier("machineClock") Clock machineClock) {
        this.configured = configured;
        this.settings = settings;
        this.machineClock = machineClock;
        this.session = Session.getInstance(properties());
    }

    /** A connection of its own, for one thread; opened when first needed. */
    public MailConnection connection() {
        return new MailConnection(configured, session, settings, machineClock);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(configured.getJavaMailProperties());
        String prefix = "mail." + MailConnection.protocol(configured) + ".";
        properties.putIfAbsent(
                prefix + "connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        String reply = Long.toString(settings.replyTimeout().toMillis());
        properties.putIfAbsent(prefix + "timeout", reply);
        properties.putIfAbsent(prefix + "writetimeout", reply);
        properties.putIfAbsent(prefix + "quitwait", "false");
        return properties;
    }
}
