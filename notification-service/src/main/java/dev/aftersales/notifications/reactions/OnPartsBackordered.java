package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.logistics.PartsBackordered;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that parts have to be waited for. */
@Component
class OnPartsBackordered implements Reaction<PartsBackordered> {

    private final RequestNotification request;

    OnPartsBackordered(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<PartsBackordered> event() {
        return PartsBackordered.class;
    }

    @Override
    public void react(Received<PartsBackordered> event) {
        PartsBackordered told = event.data();
        request.because(
                event, told.claimId(), told.customer(), new ClaimNews.PartsBackordered(told.lines(), told.missing()));
    }
}
