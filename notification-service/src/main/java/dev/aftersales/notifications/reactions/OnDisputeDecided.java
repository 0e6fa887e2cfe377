package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DisputeDecided;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.News;
import org.springframework.stereotype.Component;

/** Tells the customer how a dispute ended, whatever becomes of the lines. */
@Component
class OnDisputeDecided implements Reaction<DisputeDecided> {

    private final RequestNotification request;

    OnDisputeDecided(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<DisputeDecided> event() {
        return DisputeDecided.class;
    }

    @Override
    public void react(Received<DisputeDecided> event) {
        DisputeDecided told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new News.DisputeDecided(told.dispute(), told.outcome(), told.lines(), told.clauses()));
    }
}
