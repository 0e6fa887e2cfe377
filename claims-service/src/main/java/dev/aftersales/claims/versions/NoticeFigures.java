package dev.aftersales.claims.versions;

import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import dev.aftersales.claims.versions.NoticeRequest.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a notice has come.
 *
 * @param affected customers who were asked to be told, each once
 * @param sent of them, whose mail was accepted
 * @param pending of them, whose mail is under way
 * @param failed of them, whom no mail has reached
 * @param lastSentAt the latest acceptance among those who were customers when the notice began; absent when none
 */
record NoticeFigures(
        int affected,
        int sent,
        int pending,
        int failed,
        @Nullable Instant lastSentAt) {

    static final NoticeFigures NONE = new NoticeFigures(0, 0, 0, 0, null);

    NoticeFigures and(NoticeRequest request) {
        NoticeFigures sum = this;
        for (Recipient one : request.recipients()) {
            sum = sum.and(one);
        }
        return sum;
    }

    private NoticeFigures and(Recipient one) {
        Instant last = lastSentAt;
        Instant at = one.at();
        if (one.state() == State.SENT && !one.late() && at != null && (last == null || at.isAfter(last))) {
            last = at;
        }
        // A second request takes the place of the failure before it.
        return new NoticeFigures(
                affected + (one.again() ? 0 : 1),
                sent + (one.state() == State.SENT ? 1 : 0),
                pending + (one.state() == State.PENDING ? 1 : 0),
                failed + (one.state() == State.FAILED ? 1 : 0) - (one.again() ? 1 : 0),
                last);
    }
}
