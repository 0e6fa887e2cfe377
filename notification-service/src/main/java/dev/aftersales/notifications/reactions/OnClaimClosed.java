package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.ClaimClosed;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that nothing is left to do. */
@Component
class OnClaimClosed implements Reaction<ClaimClosed> {

    private final RequestNotification request;

    OnClaimClosed(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<ClaimClosed> event() {
        return ClaimClosed.class;
    }

    @Override
    public void react(Received<ClaimClosed> event) {
        ClaimClosed told = event.data();
        request.because(event, told.claimId(), told.customer(), new ClaimNews.ClaimClosed(told.closedAt()));
    }
}
