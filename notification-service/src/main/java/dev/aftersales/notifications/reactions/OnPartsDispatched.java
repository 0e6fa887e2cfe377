package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.PartsDispatched;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that the carrier has the parcel, with its tracking number (A4.5). */
@Component
class OnPartsDispatched implements Reaction<PartsDispatched> {

    private final RequestNotification request;

    OnPartsDispatched(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<PartsDispatched> event() {
        return PartsDispatched.class;
    }

    @Override
    public void react(Received<PartsDispatched> event) {
        PartsDispatched told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new ClaimNews.PartsDispatched(
                        told.lines(), told.carrier(), told.trackingNumber(), told.dispatchedAt()));
    }
}
