package dev.aftersales.contracts.events.notifications;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The mail server accepted the message.
 *
 * @param causedBy id of the event that the customer was told of
 */
@EventContract(type = "notifications.notification-sent.v1", topic = Topic.NOTIFICATIONS)
public record NotificationSent(
        String notificationId, String vendor, String claimId, String template, String causedBy, Instant sentAt)
        implements Event {}
