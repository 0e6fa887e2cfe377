package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.versions.NoticeReplies;
import dev.aftersales.contracts.events.notifications.NoticeSent;
import org.springframework.stereotype.Component;

/** Counts that a customer was told of a coming policy version (A6.2). */
@Component
final class OnNoticeSent implements Reaction<NoticeSent> {

    private final NoticeReplies replies;

    OnNoticeSent(NoticeReplies replies) {
        this.replies = replies;
    }

    @Override
    public Class<NoticeSent> event() {
        return NoticeSent.class;
    }

    @Override
    public void react(Received<NoticeSent> event) {
        replies.sent(event);
    }
}
