package dev.aftersales.claims.reactions;

import dev.aftersales.chassis.events.Reaction;
import dev.aftersales.chassis.events.Received;
import dev.aftersales.claims.versions.NoticeReplies;
import dev.aftersales.contracts.events.notifications.NoticeFailed;
import org.springframework.stereotype.Component;

/** Notes that no mail reaches a customer who must be told of a coming policy version (A6.2). */
@Component
final class OnNoticeFailed implements Reaction<NoticeFailed> {

    private final NoticeReplies replies;

    OnNoticeFailed(NoticeReplies replies) {
        this.replies = replies;
    }

    @Override
    public Class<NoticeFailed> event() {
        return NoticeFailed.class;
    }

    @Override
    public void react(Received<NoticeFailed> event) {
        replies.failed(event);
    }
}
