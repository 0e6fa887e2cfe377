package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.QuotePaid;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.QuoteNews;
import org.springframework.stereotype.Component;

/** Confirms the payment. */
@Component
class OnQuotePaid implements Reaction<QuotePaid> {

    private final RequestNotification request;

    OnQuotePaid(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<QuotePaid> event() {
        return QuotePaid.class;
    }

    @Override
    public void react(Received<QuotePaid> event) {
        QuotePaid told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new QuoteNews.PaymentReceived(told.quote(), told.lines(), told.amount(), told.paidAt()));
    }
}
