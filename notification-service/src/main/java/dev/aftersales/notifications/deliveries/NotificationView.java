package dev.aftersales.notifications.deliveries;

import dev.aftersales.notifications.deliveries.Notification.Failed;
import dev.aftersales.notifications.deliveries.Notification.Pending;
import dev.aftersales.notifications.deliveries.Notification.Recalled;
import dev.aftersales.notifications.deliveries.Notification.Sending;
import dev.aftersales.notifications.deliveries.Notification.Sent;
import dev.aftersales.notifications.deliveries.Notification.WaitingForContact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as staff see it: what was told when, never to which address.
 *
 * @param claim absent when it is about none
 * @param to {@code customer}, or the role that it is for, for example {@code account-manager}
 * @param requestedAt business time of the event that is told
 * @param nextAttemptAt when it is tried again; only after a failure
 * @param reason the mail server's reply code, or {@code erased}; only when failed
 */
record NotificationView(
        String id,
        String vendor,
        @Nullable String claim,
        String template,
        String causedBy,
        String to,
        State state,
        int attempts,
        Instant requestedAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable Instant failedAt,
        @Nullable String reason) {

    enum State {
        WAITING_FOR_CONTACT,
        /** The role that it is for has none yet. */
        WAITING_FOR_MAILBOX,
        PENDING,
        SENDING,
        SENT,
        /** It does not hold any more, and nobody had been told. */
        RECALLED,
        FAILED
    }

    static NotificationView of(Notification one) {
        return switch (one) {
            case WaitingForContact waiting -> view(one, waits(waiting.letter()), null, null, null, null);
            case Pending pending ->
                view(one, State.PENDING, pending.attempts() == 0 ? null : pending.dueAt(), null, null, null);
            case Sending sending -> view(one, State.SENDING, null, null, null, null);
            case Sent sent -> view(one, State.SENT, null, sent.sentAt(), null, null);
            case Recalled recalled -> view(one, State.RECALLED, null, null, null, null);
            case Failed failed -> view(one, State.FAILED, null, null, failed.failedAt(), failed.reason());
        };
    }

    private static State waits(Letter letter) {
        return switch (letter.to()) {
            case Recipient.OfCustomer customer -> State.WAITING_FOR_CONTACT;
            case Recipient.OfTeam team -> State.WAITING_FOR_MAILBOX;
        };
    }

    private static NotificationView view(
            Notification one,
            State state,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable Instant failedAt,
            @Nullable String reason) {
        Letter letter = one.letter();
        return new NotificationView(
                letter.id(),
                letter.vendor(),
                letter.claim(),
                letter.news().template().id(),
                letter.causedBy(),
                switch (letter.to()) {
                    case Recipient.OfCustomer customer -> "customer";
                    case Recipient.OfTeam to -> to.team().id();
                },
                state,
                one.attempts(),
                letter.requestedAt(),
                nextAttemptAt,
                sentAt,
                failedAt,
                reason);
    }
}
