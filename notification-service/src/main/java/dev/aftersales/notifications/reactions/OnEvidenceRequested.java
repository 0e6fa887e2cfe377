package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.EvidenceRequested;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Asks the customer for the evidence that is missing (A4.2). */
@Component
class OnEvidenceRequested implements Reaction<EvidenceRequested> {

    private final RequestNotification request;

    OnEvidenceRequested(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<EvidenceRequested> event() {
        return EvidenceRequested.class;
    }

    @Override
    public void react(Received<EvidenceRequested> event) {
        EvidenceRequested told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new ClaimNews.EvidenceRequested(told.items().stream()
                        .map(item -> new ClaimNews.EvidenceRequested.Item(
                                item.clause(), item.item(), item.line(), item.words()))
                        .toList()));
    }
}
