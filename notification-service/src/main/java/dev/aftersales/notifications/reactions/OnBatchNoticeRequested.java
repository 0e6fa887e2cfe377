package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.BatchNews;
import org.springframework.stereotype.Component;

/** Tells a customer of a batch issue, in one digest of all units that concern them. */
@Component
class OnBatchNoticeRequested implements Reaction<BatchNoticeRequested> {

    private final RequestNotification request;

    OnBatchNoticeRequested(RequestNotification request) {
        this.request = request;
    }

    @Override
    public Class<BatchNoticeRequested> event() {
        return BatchNoticeRequested.class;
    }

    @Override
    public void react(Received<BatchNoticeRequested> event) {
        BatchNoticeRequested told = event.data();
        request.because(
                event,
                told.customer(),
                new BatchNews.BatchNotice(
                        told.batchIssueId(),
                        told.kind(),
                        told.model(),
                        told.faultCodes(),
                        told.lots(),
                        told.units(),
                        told.unverified(),
                        told.serials(),
                        told.claims(),
                        told.claimedWithoutSerial(),
                        told.awaitingClaims()));
    }
}
