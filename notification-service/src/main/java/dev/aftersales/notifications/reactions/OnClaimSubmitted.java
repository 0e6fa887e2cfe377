package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that the claim is in hand; the mail is the acknowledgment (A4.3). */
@Component
class OnClaimSubmitted implements Reaction<ClaimSubmitted> {

    private final RequestNotification request;

    OnClaimSubmitted(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<ClaimSubmitted> event() {
        return ClaimSubmitted.class;
    }

    @Override
    public void react(Received<ClaimSubmitted> event) {
        ClaimSubmitted told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new ClaimNews.ClaimReceived(told.contractNumber(), told.model(), told.faultCode(), told.lines()));
    }
}
