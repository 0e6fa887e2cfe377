package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.QuoteIssued;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.QuoteNews;
import org.springframework.stereotype.Component;

/** Offers the customer service against payment. */
@Component
class OnQuoteIssued implements Reaction<QuoteIssued> {

    private final RequestNotification request;

    OnQuoteIssued(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<QuoteIssued> event() {
        return QuoteIssued.class;
    }

    @Override
    public void react(Received<QuoteIssued> event) {
        QuoteIssued told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new QuoteNews.QuoteIssued(
                        told.quote(),
                        told.lines(),
                        told.items(),
                        told.moreItems(),
                        told.total(),
                        told.validUntil(),
                        told.payBefore(),
                        told.payWithin(),
                        told.zone(),
                        told.partsOnly(),
                        told.freight(),
                        told.vendorBears(),
                        told.withdrawnQuotes()));
    }
}
