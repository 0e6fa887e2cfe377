package dev.aftersales.claims.versions;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.contracts.events.notifications.NoticeFailed;
import dev.aftersales.contracts.events.notifications.NoticeSent;

/** Counts back which customers were told (A6.2). Each mail has one end, so no order among the events matters. */
public final class NoticeReplies {

    private final Aggregates<NoticeRequest> requests;

    NoticeReplies(Aggregates<NoticeRequest> requests) {
        this.requests = requests;
    }

    /**
     * The mail server accepted a customer's mail. Where the version was given up meanwhile, the customer is told that at
     * once. A mail that said so itself changes nothing: it went to those alone whose first mail had been accepted.
     */
    public void sent(Received<NoticeSent> event) {
        NoticeSent said = event.data();
        requests.react(event, said.noticeId(), stored -> {
            NoticeRequest before = stored.state();
            NoticeRequest after = before.sent(said.customerId(), said.sentAt());
            return new Change<>(after, after.news(before));
        });
    }

    /** No mail reaches a customer. */
    public void failed(Received<NoticeFailed> event) {
        NoticeFailed said = event.data();
        requests.react(
                event,
                said.noticeId(),
                request -> Change.of(request.state().failed(said.customerId(), said.failedAt(), said.reason())));
    }
}
