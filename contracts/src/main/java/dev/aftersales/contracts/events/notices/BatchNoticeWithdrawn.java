package dev.aftersales.contracts.events.notices;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person found that what a customer was to be told of is no batch issue. Who was told is told that, once for the issue; who
 * was not told yet is told nothing.
 *
 * @param noticeId the key: the notice that does not hold
 * @param requestId id of the event that asked for it
 * @param kind of the notice
 * @param units that it spoke of
 * @param withdrawnAt when the issue was closed
 * @param alsoRequestId id of the event that asked for the customer's notice of the other kind, which does not hold either;
 *     absent where there is none
 * @param standing other batch issues of the same model and fault family, as far as both name them, of which the customer is
 *     told, and which nobody found to be none, at most {@value #MOST_STANDING}; absent where there are none, and in an event of before that was said
 */
@EventContract(type = "notices.batch-notice-withdrawn.v1", topic = Topic.BATCH_NOTICES)
public record BatchNoticeWithdrawn(
        String noticeId,
        String vendor,
        String batchIssueId,
        String requestId,
        BatchNoticeRequested.Kind kind,
        CustomerRef customer,
        int units,
        Instant withdrawnAt,
        @Nullable String alsoRequestId,
        @Nullable List<String> standing)
        implements Event {

    public static final int MOST_STANDING = 20;

    public BatchNoticeWithdrawn {
        standing = standing == null ? null : List.copyOf(standing);
    }
}
