package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.Delivered;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that the parcel was handed over. */
@Component
class OnDelivered implements Reaction<Delivered> {

    private final RequestNotification request;

    OnDelivered(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<Delivered> event() {
        return Delivered.class;
    }

    @Override
    public void react(Received<Delivered> event) {
        Delivered told = event.data();
        request.because(
                event, told.claimId(), told.customer(), new ClaimNews.Delivered(told.lines(), told.deliveredAt()));
    }
}
