package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.Acknowledging;
import dev.aftersales.claims.claims.Claims;
import dev.aftersales.contracts.events.notifications.NotificationSent;
import org.springframework.stereotype.Component;

/** Takes the acknowledgment's acceptance for delivery as the acknowledgment (A4.3, reading A?4). */
@Component
final class OnNotificationSent implements Reaction<NotificationSent> {

    /** The template of the mail that acknowledges a claim. */
    private static final String ACKNOWLEDGMENT = "claim-received";

    private final Claims claims;

    OnNotificationSent(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Class<NotificationSent> event() {
        return NotificationSent.class;
    }

    @Override
    public void react(Received<NotificationSent> event) {
        NotificationSent sent = event.data();
        if (sent.template().equals(ACKNOWLEDGMENT)) {
            claims.react(event, sent.claimId(), claim -> Acknowledging.acknowledged(claim, sent.sentAt()));
        }
    }
}
