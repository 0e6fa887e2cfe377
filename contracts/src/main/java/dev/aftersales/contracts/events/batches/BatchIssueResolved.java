package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/**
 * A person closed the batch issue. What is claimed from then on may become another one.
 *
 * @param groupId of the units, as the radar names it
 * @param episode which issue of the group it was, from 1
 */
@EventContract(type = "batches.batch-issue-resolved.v1", topic = Topic.BATCH_ISSUES)
public record BatchIssueResolved(String batchIssueId, String vendor, String groupId, int episode, Instant resolvedAt)
        implements Event {}
