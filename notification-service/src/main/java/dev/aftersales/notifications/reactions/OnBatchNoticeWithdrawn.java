package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.notices.BatchNoticeWithdrawn;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a customer who was told of a batch issue that it turned out to be none; who was not told yet is told nothing. */
@Component
class OnBatchNoticeWithdrawn implements Reaction<BatchNoticeWithdrawn> {

    private final RequestNotification request;

    OnBatchNoticeWithdrawn(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<BatchNoticeWithdrawn> event() {
        return BatchNoticeWithdrawn.class;
    }

    /** One word for the issue, also to those who were told of it for two reasons. */
    @Override
    public void react(Received<BatchNoticeWithdrawn> event) {
        BatchNoticeWithdrawn told = event.data();
        News recalled = new BatchNews.BatchNotice(
                told.batchIssueId(), told.kind(), null, null, List.of(), told.units(), 0, List.of(), List.of(), null);
        request.recall(told.requestId(), event, told.customer(), recalled).ifPresent(news -> {
            if (news instanceof BatchNews.BatchNotice notice) {
                request.once(
                        told.batchIssueId(),
                        event,
                        told.customer(),
                        new BatchNews.BatchNoticeWithdrawn(told.batchIssueId(), notice.model(), notice.faultCodes()));
            }
        });
    }
}
