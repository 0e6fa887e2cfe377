package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.QuoteDeclined;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.QuoteNews;
import org.springframework.stereotype.Component;

/** Tells the customer that nothing comes of a quote; of one that was overtaken that tells which overtook it. */
@Component
class OnQuoteDeclined implements Reaction<QuoteDeclined> {

    private final RequestNotification request;

    OnQuoteDeclined(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<QuoteDeclined> event() {
        return QuoteDeclined.class;
    }

    @Override
    public void react(Received<QuoteDeclined> event) {
        QuoteDeclined told = event.data();
        switch (told.reason()) {
            case REFUSED ->
                request.because(
                        event,
                        told.claimId(),
                        told.customer(),
                        new QuoteNews.QuoteDeclined(told.quote(), told.lines(), told.heardBy()));
            case EXPIRED ->
                request.because(
                        event, told.claimId(), told.customer(), new QuoteNews.QuoteExpired(told.quote(), told.lines()));
            case REPLACED -> {
                // A later quote, a dispute or a decision: the mail about that says that this one stands no longer.
            }
        }
    }
}
