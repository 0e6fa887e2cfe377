package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Instant;

/** The containment step of the emergency plan is done: no further unit of the batch goes out as it is. */
@EventContract(type = "batches.batch-issue-contained.v1", topic = Topic.BATCH_ISSUES)
public record BatchIssueContained(String batchIssueId, String vendor, Instant containedAt) implements Event {}
