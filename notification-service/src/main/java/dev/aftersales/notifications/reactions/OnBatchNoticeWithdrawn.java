package dev.aftersales.notifications.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.notices.BatchNoticeRequested.Kind;
import dev.aftersales.contracts.events.notices.BatchNoticeWithdrawn;
import dev.aftersales.notifications.deliveries.RequestNotification;
import dev.aftersales.notifications.templates.BatchNews;
import dev.aftersales.notifications.templates.News;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** One word for the issue, also to those who were told of it for two reasons: whichever event comes first takes back both. */
    @Override
    public void react(Received<BatchNoticeWithdrawn> event) {
        BatchNoticeWithdrawn told = event.data();
        String also = told.alsoRequestId();
        List<BatchNews.BatchNotice> takenBack = Stream.concat(
                        recall(told.requestId(), told.kind(), event).stream(),
                        also == null ? Stream.empty() : recall(also, otherThan(told.kind()), event).stream())
                .sorted(Comparator.comparing(BatchNews.BatchNotice::why))
                .toList();
        if (takenBack.isEmpty()) {
            return;
        }
        BatchNews.BatchNotice first = takenBack.getFirst();
        request.once(
                told.batchIssueId(),
                event,
                told.customer(),
                new BatchNews.BatchNoticeWithdrawn(
                        told.batchIssueId(),
                        first.model(),
                        first.faultCodes(),
                        takenBack.stream().map(BatchNews.TakenBack::of).toList(),
                        told.standing()));
    }

    /** What the customer was told for that reason; empty where nothing was. */
    private Optional<BatchNews.BatchNotice> recall(String matter, Kind kind, Received<BatchNoticeWithdrawn> event) {
        BatchNoticeWithdrawn told = event.data();
        News recalled = new BatchNews.BatchNotice(
                told.batchIssueId(), kind, null, null, List.of(), told.units(), 0, List.of(), List.of(), null, null);
        return request.recall(matter, event, told.customer(), recalled)
                .filter(BatchNews.BatchNotice.class::isInstance)
                .map(BatchNews.BatchNotice.class::cast);
    }

    private static Kind otherThan(Kind kind) {
        return switch (kind) {
            case FAILED_UNITS -> Kind.SISTER_UNITS;
            case SISTER_UNITS -> Kind.FAILED_UNITS;
        };
    }
}
