package dev.aftersales.contracts.events.notifications;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The message cannot be delivered, and is not tried again.
 *
 * @param reason the mail server's reply code, without addresses
 */
@EventContract(type = "notifications.notification-failed.v1", topic = Topic.NOTIFICATIONS)
public record NotificationFailed(
        String notificationId,
        String vendor,
        String claimId,
        String template,
        String causedBy,
        String reason,
        Instant failedAt)
        implements Event {}
