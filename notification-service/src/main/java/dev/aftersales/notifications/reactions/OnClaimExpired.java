package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.ClaimExpired;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.DeadlineNews;
import org.springframework.stereotype.Component;

/** Tells the customer which lines ended, by which clause, and that a new claim can be made (D4.2b, D4.2c). */
@Component
class OnClaimExpired implements Reaction<ClaimExpired> {

    private final RequestNotification request;

    OnClaimExpired(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<ClaimExpired> event() {
        return ClaimExpired.class;
    }

    @Override
    public void react(Received<ClaimExpired> event) {
        ClaimExpired told = event.data();
        DeadlineNews.Deadline deadline = new DeadlineNews.Deadline(
                told.policyVersion(), told.clause(), told.promise(), told.lines(), told.dueAt(), told.zone());
        request.because(
                event,
                told.claimId(),
                told.customer(),
                new DeadlineNews.ClaimExpired(deadline, told.claimClosed(), told.expiredAt()));
    }
}
