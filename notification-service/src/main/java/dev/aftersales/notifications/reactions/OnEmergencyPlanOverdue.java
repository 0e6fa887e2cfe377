package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.EmergencyPlanOverdue;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import org.springframework.stereotype.Component;

/** Tells each whom the event names that nobody started the emergency plan in time (A4.7). */
@Component
class OnEmergencyPlanOverdue implements Reaction<EmergencyPlanOverdue> {

    private final RequestNotification request;

    OnEmergencyPlanOverdue(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<EmergencyPlanOverdue> event() {
        return EmergencyPlanOverdue.class;
    }

    /** Told once of each issue, whichever event tells of it. */
    @Override
    public void react(Received<EmergencyPlanOverdue> event) {
        EmergencyPlanOverdue told = event.data();
        News news = new BatchNews.EmergencyPlanOverdue(
                told.batchIssueId(),
                told.group(),
                told.units(),
                new BatchNews.PlanPromise(
                        told.policyVersion(),
                        told.clause(),
                        told.reading(),
                        told.text(),
                        told.countsFrom(),
                        told.dueAt(),
                        told.zone()));
        told.tell().forEach(addressee -> Team.of(addressee)
                .ifPresent(team -> request.once(told.batchIssueId(), event, team, news)));
    }
}
