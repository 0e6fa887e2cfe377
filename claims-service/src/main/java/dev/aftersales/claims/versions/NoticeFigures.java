package dev.aftersales.claims.versions;

import dev.aftersales.claims.versions.NoticeRequest.Recipient;
import dev.aftersales.claims.versions.NoticeRequest.State;
import dev.aftersales.claims.versions.NoticeRequest.ToldOrganisation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a notice has come.
 *
 * @param affected customers who were asked to be told, each once, and organisations that have none
 * @param sent of them, whose mail was accepted or who were told by other means
 * @param pending of them, whose mail is under way
 * @param failed of them, whom no mail has reached
 * @param lastSentAt the latest acceptance among those who were customers when the notice began; absent when none
 * @param uncontacted organisations of them, which no mail can be sent to and nobody has told
 */
record NoticeFigures(
        int affected,
        int sent,
        int pending,
        int failed,
        @Nullable Instant lastSentAt,
        Uncontacted.Found uncontacted) {

    static final NoticeFigures NONE = new NoticeFigures(0, 0, 0, 0, null, Uncontacted.Found.NONE);

    /** Whose mail is not out: everyone who is neither told, nor known not to be reached (A6.2). */
    int waiting() {
        return affected - sent - failed - uncontacted.count();
    }

    NoticeFigures and(Uncontacted.Found found) {
        return new NoticeFigures(affected + found.count(), sent, pending, failed, lastSentAt, found);
    }

    NoticeFigures and(NoticeRequest request) {
        NoticeFigures sum = this;
        for (Recipient one : request.recipients()) {
            sum = sum.and(one);
        }
        for (ToldOrganisation one : request.organisations()) {
            sum = sum.and(one);
        }
        return sum;
    }

    private NoticeFigures and(ToldOrganisation one) {
        return new NoticeFigures(
                affected + 1,
                sent + 1,
                pending,
                failed,
                one.late() ? lastSentAt : later(lastSentAt, one.at()),
                uncontacted);
    }

    private NoticeFigures and(Recipient one) {
        Instant at = one.at();
        Instant last = one.state() == State.SENT && !one.late() && at != null ? later(lastSentAt, at) : lastSentAt;
        // A second request takes the place of the failure before it.
        return new NoticeFigures(
                affected + (one.again() ? 0 : 1),
                sent + (one.state() == State.SENT ? 1 : 0),
                pending + (one.state() == State.PENDING ? 1 : 0),
                failed + (one.state() == State.FAILED ? 1 : 0) - (one.again() ? 1 : 0),
                last,
                uncontacted);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
