package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has started the emergency plan yet, and so much of its time is over (A4.7). Told once for each such moment.
 *
 * @param clause that promises the plan
 * @param reading that settles what the clause leaves open
 * @param text the clause in the pack's words
 * @param units that count by now
 * @param countsFrom when there were enough units
 * @param after elapsed time since then at which the policy has one reminded
 * @param warnedAt when that was
 * @param dueAt the last second in which it is in time
 * @param tell who is reminded, each once
 * @param zone of the policy, in which times are told to people; absent in an event of before that was said
 */
@EventContract(type = "batches.emergency-plan-warned.v1", topic = Topic.BATCH_ISSUES)
public record EmergencyPlanWarned(
        String batchIssueId,
        String vendor,
        String policyVersion,
        String clause,
        @Nullable String reading,
        Words text,
        UnitGroup group,
        int units,
        Instant countsFrom,
        Duration after,
        Instant warnedAt,
        Instant dueAt,
        List<Addressee> tell,
        @Nullable String zone)
        implements Event {
    public EmergencyPlanWarned {
        tell = List.copyOf(tell);
    }
}
