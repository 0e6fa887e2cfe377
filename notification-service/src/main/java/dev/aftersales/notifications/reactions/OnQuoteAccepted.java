package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.QuoteAccepted;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.QuoteNews;
import org.springframework.stereotype.Component;

/** Confirms what the customer agreed to, and says when it is to be paid. */
@Component
class OnQuoteAccepted implements Reaction<QuoteAccepted> {

    private final RequestNotification request;

    OnQuoteAccepted(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<QuoteAccepted> event() {
        return QuoteAccepted.class;
    }

    @Override
    public void react(Received<QuoteAccepted> event) {
        QuoteAccepted told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new QuoteNews.QuoteAccepted(
                        told.quote(),
                        told.lines(),
                        told.total(),
                        told.payBefore(),
                        told.payUntil(),
                        told.zone(),
                        told.partsOnly(),
                        told.heardBy(),
                        told.sendBy()));
    }
}
