package dev.aftersales.contracts.events.radar;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enough units of a group were claimed for a batch issue (A4.7). Told once for each issue.
 *
 * @param episode which issue of the group it is, from 1
 * @param terms of the rule: how many units in which time, in whose words, and what is promised then
 * @param units distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param reachedAt when the unit was claimed by which there were enough, or came to the group after that: by a diagnosis, its
 *     record or its right serial; or when a policy took effect that asks for fewer
 * @param reachedBy what happened then; absent in an event of before that was said
 * @param lines that count; when they are more than fit, the others follow as growth
 */
@EventContract(type = "radar.threshold-reached.v1", topic = Topic.BATCH_ALARMS)
public record ThresholdReached(
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
        List<CountedLine> lines)
        implements Event {
    public ThresholdReached {
        lines = List.copyOf(lines);
    }
}
