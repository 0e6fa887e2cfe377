package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DeadlineBreached;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.DeadlineNews;
import dev.aftersales.notifications.templates.News;
import org.springframework.stereotype.Component;

/** Tells each whom the event names that a promise was not kept in time. */
@Component
class OnDeadlineBreached implements Reaction<DeadlineBreached> {

    private final RequestNotification request;

    OnDeadlineBreached(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<DeadlineBreached> event() {
        return DeadlineBreached.class;
    }

    /** A repeat, also after a crash among those who are told, finds the letters of those who were told already. */
    @Override
    public void react(Received<DeadlineBreached> event) {
        DeadlineBreached told = event.data();
        DeadlineNews.Deadline deadline = new DeadlineNews.Deadline(
                told.policyVersion(), told.clause(), told.promise(), told.lines(), told.dueAt(), told.zone());
        News toCustomer = new DeadlineNews.DeadlineMissed(deadline);
        News toTeams = new DeadlineNews.DeadlineBreached(deadline, told.countsFrom());
        told.tell().forEach(addressee -> Team.of(addressee)
                .ifPresentOrElse(
                        team -> request.because(event, told.claimId(), team, toTeams),
                        () -> request.because(event, told.claimId(), told.customer(), toCustomer)));
    }
}
