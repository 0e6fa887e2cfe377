package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DeadlineEscalated;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.DeadlineNews;
import dev.aftersales.notifications.templates.News;
import org.springframework.stereotype.Component;

/** Puts what is still not done before each team that the event names. */
@Component
class OnDeadlineEscalated implements Reaction<DeadlineEscalated> {

    private final RequestNotification request;

    OnDeadlineEscalated(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<DeadlineEscalated> event() {
        return DeadlineEscalated.class;
    }

    /** A repeat, also after a crash among those who are told, finds the letters of those who were told already. */
    @Override
    public void react(Received<DeadlineEscalated> event) {
        DeadlineEscalated told = event.data();
        DeadlineNews.Deadline deadline = new DeadlineNews.Deadline(
                told.policyVersion(), told.clause(), told.promise(), told.lines(), told.dueAt(), told.zone());
        News toTeams = new DeadlineNews.DeadlineEscalated(deadline, told.countsFrom(), told.number());
        told.tell().stream()
                .flatMap(addressee -> Team.of(addressee).stream())
                .forEach(team -> request.because(event, told.claimId(), team, toTeams));
    }
}
