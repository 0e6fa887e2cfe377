package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person closed the batch issue. What is claimed from then on may become another one.
 *
 * @param groupId of the units, as the radar names it
 * @param episode which issue of the group it was, from 1
 * @param group what its units have in common; absent in an event of before that was said
 * @param kind as what it was closed; absent in an event of before that was said
 * @param resolvedBy id of the person, no name; absent with the kind
 * @param tell who was told of the issue, and is told of this; absent in an event of before that was said
 * @param zone of the policy, in which times are told to people; absent in an event of before that was said
 */
@EventContract(type = "batches.batch-issue-resolved.v1", topic = Topic.BATCH_ISSUES)
public record BatchIssueResolved(
        String batchIssueId,
        String vendor,
        String groupId,
        int episode,
        Instant resolvedAt,
        @Nullable ResolutionKind kind,
        @Nullable String resolvedBy,
        @Nullable UnitGroup group,
        @Nullable List<Addressee> tell,
        @Nullable String zone)
        implements Event {
    public BatchIssueResolved {
        tell = tell == null ? null : List.copyOf(tell);
    }
}
