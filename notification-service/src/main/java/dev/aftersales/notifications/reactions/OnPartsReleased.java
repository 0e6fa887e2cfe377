package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.PartsReleased;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that the parts are being packed. */
@Component
class OnPartsReleased implements Reaction<PartsReleased> {

    private final RequestNotification request;

    OnPartsReleased(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<PartsReleased> event() {
        return PartsReleased.class;
    }

    @Override
    public void react(Received<PartsReleased> event) {
        PartsReleased told = event.data();
        request.because(
                event, told.claimId(), told.customer(), new ClaimNews.PartsReleased(told.lines(), told.parts()));
    }
}
