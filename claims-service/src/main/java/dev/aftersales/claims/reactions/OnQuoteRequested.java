package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.claims.OfferQuote;
import dev.aftersales.contracts.events.claims.QuoteRequested;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Quotes anew by itself what was refused or has expired, where every price is known: no verdict comes again (A1.3, C4.1). */
@Component
final class OnQuoteRequested implements Reaction<QuoteRequested> {

    private final OfferQuote offers;

    OnQuoteRequested(OfferQuote offers) {
        this.offers = offers;
    }

    @Override
    public Class<QuoteRequested> event() {
        return QuoteRequested.class;
    }

    @Override
    public void react(Received<QuoteRequested> event) {
        offers.offerAsked(event, event.data().claimId(), Set.copyOf(event.data().lines()));
    }
}
