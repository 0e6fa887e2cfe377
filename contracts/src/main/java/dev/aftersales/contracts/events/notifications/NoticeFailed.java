package dev.aftersales.contracts.events.notifications;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * The message that tells a customer of a coming policy version cannot be delivered, and is not tried again.
 *
 * @param noticeId the request that named the customer
 * @param reason the mail server's reply code, without addresses
 */
@EventContract(type = "notifications.notice-failed.v1", topic = Topic.NOTIFICATIONS)
public record NoticeFailed(
        String notificationId,
        String vendor,
        String noticeId,
        String policyVersion,
        String customerId,
        String template,
        String causedBy,
        String reason,
        Instant failedAt)
        implements Event {}
