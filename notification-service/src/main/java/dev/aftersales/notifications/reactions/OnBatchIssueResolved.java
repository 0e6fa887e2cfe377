package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.teams.Team;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells those who were told of a batch issue that a person has closed it. */
@Component
class OnBatchIssueResolved implements Reaction<BatchIssueResolved> {

    private final RequestNotification request;

    OnBatchIssueResolved(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<BatchIssueResolved> event() {
        return BatchIssueResolved.class;
    }

    /** An event of before it named them was told to nobody. */
    @Override
    public void react(Received<BatchIssueResolved> event) {
        BatchIssueResolved told = event.data();
        List<Addressee> tell = told.tell();
        UnitGroup group = told.group();
        if (tell == null || group == null) {
            return;
        }
        News news = new BatchNews.BatchIssueResolved(
                told.batchIssueId(), group, told.resolvedAt(), told.kind(), told.resolvedBy(), told.zone());
        tell.forEach(addressee ->
                Team.of(addressee).ifPresent(team -> request.once(told.batchIssueId(), event, team, news)));
    }
}
