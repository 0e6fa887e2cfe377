package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells those who were told of the batch issue that the clock of its plan has stopped, and who answers for it (A?8). */
@Component
class OnEmergencyPlanInitiated implements Reaction<EmergencyPlanInitiated> {

    private final RequestNotification request;

    OnEmergencyPlanInitiated(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<EmergencyPlanInitiated> event() {
        return EmergencyPlanInitiated.class;
    }

    /** An event of before it named them was told to nobody. */
    @Override
    public void react(Received<EmergencyPlanInitiated> event) {
        EmergencyPlanInitiated told = event.data();
        List<Addressee> tell = told.tell();
        if (tell == null) {
            return;
        }
        News news = new BatchNews.EmergencyPlanInitiated(
                told.batchIssueId(),
                told.group(),
                told.units(),
                told.owner(),
                told.containment(),
                told.tellSisterOwners(),
                told.lots(),
                told.initiatedAt(),
                told.dueAt(),
                told.inTime(),
                told.zone(),
                told.reach());
        tell.forEach(addressee ->
                Team.of(addressee).ifPresent(team -> request.once(told.batchIssueId(), event, team, news)));
    }
}
