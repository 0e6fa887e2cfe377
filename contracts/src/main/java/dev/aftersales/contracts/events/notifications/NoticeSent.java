package dev.aftersales.contracts.events.notifications;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The mail server accepted the message that tells a customer of a coming policy version (A6.2). It is about no claim,
 * which is why it is not a {@link NotificationSent}.
 *
 * @param noticeId the request that named the customer
 * @param causedBy id of the event that the customer was told of
 */
@EventContract(type = "notifications.notice-sent.v1", topic = Topic.NOTIFICATIONS)
public record NoticeSent(
        String notificationId,
        String vendor,
        String noticeId,
        String policyVersion,
        String customerId,
        String template,
        String causedBy,
        Instant sentAt)
        implements Event {}
