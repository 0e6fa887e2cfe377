package dev.aftersales.contracts.events.radar;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enough units of a group were claimed for a batch issue (A4.7). Told once for each issue.
 *
 * @param episode which issue of the group it is, from 1
 * @param rule of the policy, by its name there
 * @param reading the settlement of what the clause leaves open; absent when there is none
 * @param threshold so many units make a batch
 * @param window in which they were claimed
 * @param units distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param reachedAt when the unit was claimed by which there were enough, or when a policy took effect that asks for fewer
 * @param lines that count; when they are more than fit, the others follow as growth
 */
@EventContract(type = "radar.threshold-reached.v1", topic = Topic.BATCH_ALARMS)
public record ThresholdReached(
        String vendor,
        String groupId,
        int episode,
        String rule,
        String clause,
        @Nullable String reading,
        String policyVersion,
        UnitGroup group,
        int threshold,
        Duration window,
        int units,
        int unverified,
        Instant reachedAt,
        List<CountedLine> lines)
        implements Event {
    public ThresholdReached {
        lines = List.copyOf(lines);
    }
}
