package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.QuoteRequested;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.QuoteNews;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells the customer that a request for a quote is in hand. */
@Component
class OnQuoteRequested implements Reaction<QuoteRequested> {

    private final RequestNotification request;

    OnQuoteRequested(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<QuoteRequested> event() {
        return QuoteRequested.class;
    }

    @Override
    public void react(Received<QuoteRequested> event) {
        QuoteRequested told = event.data();
        List<Integer> diagnosed = Objects.requireNonNullElse(told.diagnosed(), List.of());
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new QuoteNews.QuoteRequested(
                        told.lines().stream()
                                .filter(line -> !diagnosed.contains(line))
                                .toList(),
                        diagnosed));
    }
}
