package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.CoverageDisputed;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.ClaimNews;
import org.springframework.stereotype.Component;

/** Tells the customer that a dispute is in hand. */
@Component
class OnCoverageDisputed implements Reaction<CoverageDisputed> {

    private final RequestNotification request;

    OnCoverageDisputed(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<CoverageDisputed> event() {
        return CoverageDisputed.class;
    }

    @Override
    public void react(Received<CoverageDisputed> event) {
        CoverageDisputed told = event.data();
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new ClaimNews.CoverageDisputed(told.dispute(), told.lines(), told.clauses(), told.withdrawnQuotes()));
    }
}
