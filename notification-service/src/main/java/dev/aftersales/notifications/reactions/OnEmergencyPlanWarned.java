package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.EmergencyPlanWarned;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import org.springframework.stereotype.Component;

/** Reminds each whom the event names that nobody has started the emergency plan yet (A4.7). */
@Component
class OnEmergencyPlanWarned implements Reaction<EmergencyPlanWarned> {

    private final RequestNotification request;

    OnEmergencyPlanWarned(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<EmergencyPlanWarned> event() {
        return EmergencyPlanWarned.class;
    }

    /** Each moment of the clock reminds once, whichever event tells of it. */
    @Override
    public void react(Received<EmergencyPlanWarned> event) {
        EmergencyPlanWarned told = event.data();
        News news = new BatchNews.EmergencyPlanWarned(
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
                        told.zone()),
                told.after());
        told.tell().forEach(addressee -> Team.of(addressee)
                .ifPresent(team -> request.once(told.batchIssueId() + "/" + told.after(), event, team, news)));
    }
}
