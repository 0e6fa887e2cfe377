package dev.aftersales.notifications.smtp;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the way to the mail server, beside Spring's own {@code spring.mail}.
 *
 * @param messageIdDomain right of the {@code @} in Message-IDs; does not change, so that a repeat keeps its id
 * @param connectTimeout how long to wait for a connection
 * @param replyTimeout how long to wait for each of the server's replies
 * @param trustIdleFor how long an idle connection is used without asking whether it still stands
 */
@Validated
@ConfigurationProperties("aftersales.notifications.smtp")
record MailSettings(
        @NotBlank @DefaultValue("notifications.aftersales.example")
        String messageIdDomain,

        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration replyTimeout,
        @DefaultValue("5s") Duration trustIdleFor) {}
