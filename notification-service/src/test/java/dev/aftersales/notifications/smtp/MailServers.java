package dev.aftersales.notifications.smtp;

import java.time.Clock;
import java.time.Duration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers for components that are put together by hand. */
public final class MailServers {

    private MailServers() {}

    public static MailServer at(int port) {
        JavaMailSenderImpl configured = new JavaMailSenderImpl();
        configured.setHost("127.0.0.1");
        configured.setPort(port);
        MailSettings settings = new MailSettings(
                "notifications.test", Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(1));
        return new MailServer(configured, settings, Clock.systemUTC());
    }
}
