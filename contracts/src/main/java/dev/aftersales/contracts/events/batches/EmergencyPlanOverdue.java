package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nobody started the emergency plan in time: its last second is over (A4.7). Told once.
 *
 * @param clause that promises the plan
 * @param reading that settles what the clause leaves open
 * @param text the clause in the pack's words
 * @param units that count by now
 * @param countsFrom when there were enough units
 * @param dueAt the last second in which it was in time
 * @param breachedAt the first second in which it was late
 * @param tell who is told, each once
 * @param zone of the policy, in which times are told to people; absent in an event of before that was said
 */
@EventContract(type = "batches.emergency-plan-overdue.v1", topic = Topic.BATCH_ISSUES)
public record EmergencyPlanOverdue(
        String batchIssueId,
        String vendor,
        String policyVersion,
        String clause,
        @Nullable String reading,
        Words text,
        UnitGroup group,
        int units,
        Instant countsFrom,
        Instant dueAt,
        Instant breachedAt,
        List<Addressee> tell,
        @Nullable String zone)
        implements Event {
    public EmergencyPlanOverdue {
        tell = List.copyOf(tell);
    }
}
