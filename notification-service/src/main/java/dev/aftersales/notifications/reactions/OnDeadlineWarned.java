package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.claims.DeadlineWarned;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.DeadlineNews;
import dev.aftersales.notifications.templates.News;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells each whom the event names that a promise is not kept yet: the customer in other words than the vendor's teams. */
@Component
class OnDeadlineWarned implements Reaction<DeadlineWarned> {

    private final RequestNotification request;

    OnDeadlineWarned(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<DeadlineWarned> event() {
        return DeadlineWarned.class;
    }

    /** A repeat, also after a crash among those who are told, finds the letters of those who were told already. */
    @Override
    public void react(Received<DeadlineWarned> event) {
        DeadlineWarned told = event.data();
        DeadlineNews.Deadline deadline = new DeadlineNews.Deadline(
                told.policyVersion(), told.clause(), told.promise(), told.lines(), told.dueAt(), told.zone());
        Instant heldSince = told.heldSince();
        News toCustomer = heldSince == null
                ? new DeadlineNews.DeadlineReminder(deadline, told.number(), told.warnedAt())
                : new DeadlineNews.ClosingHeld(deadline, heldSince);
        News toTeams = new DeadlineNews.DeadlineWarned(deadline, told.countsFrom(), told.number(), told.warnedAt());
        told.tell().forEach(addressee -> Team.of(addressee)
                .ifPresentOrElse(
                        team -> request.because(event, told.claimId(), team, toTeams),
                        () -> request.because(event, told.claimId(), told.customer(), toCustomer)));
    }
}
