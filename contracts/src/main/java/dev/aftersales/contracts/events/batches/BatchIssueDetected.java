package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.ReachedBy;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enough alike units failed: they are a batch, and its emergency plan is to be started (A4.7).
 *
 * @param groupId of the units, as the radar names it
 * @param episode which issue of the group it is, from 1
 * @param terms of the rule: how many units in which time, in whose words, and what is promised then
 * @param units distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param reachedAt when the unit was claimed by which there were enough, or came to the group after that: by a diagnosis, its
 *     record or its right serial; or when a policy took effect that asks for fewer; the plan's time counts from then
 * @param reachedBy what happened then; absent in an event of before that was said
 * @param planDueAt the last second in which the plan is started in time; absent where nothing is promised
 * @param tell who is told at once, each once
 * @param lines that count; when they are more than fit, the others follow as growth
 * @param unknownUnits how many units of the lines have a serial that no sales contract had by then; at least so many of all,
 *     where more units are counted than these lines have; absent in an event of before that was said
 */
@EventContract(type = "batches.batch-issue-detected.v1", topic = Topic.BATCH_ISSUES)
public record BatchIssueDetected(
        String batchIssueId,
        String vendor,
        String groupId,
        int episode,
        String policyVersion,
        BatchRule terms,
        UnitGroup group,
        int units,
        int unverified,
        Instant reachedAt,
        @Nullable ReachedBy reachedBy,
        @Nullable Instant planDueAt,
        List<Addressee> tell,
        List<CountedLine> lines,
        @Nullable Integer unknownUnits)
        implements Event {
    public BatchIssueDetected {
        tell = List.copyOf(tell);
        lines = List.copyOf(lines);
    }
}
