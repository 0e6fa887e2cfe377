package dev.aftersales.contracts.events.batches;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.radar.UnitGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authorised person started the emergency plan. That alone stops its clock (A?8).
 *
 * @param units that count by now
 * @param owner id of the person of the vendor's staff who answers for it
 * @param containment what is done first
 * @param tellSisterOwners whether owners of units of the affected lots that have not failed are told too; customers of
 *     failed units always are
 * @param lots the affected production lots; none where the plan is about all units of the model
 * @param dueAt the last second in which it was in time; absent where nothing is promised
 * @param inTime whether it was; true where nothing is promised
 * @param tell who was told of the issue, and is told of this; absent in an event of before that was said
 * @param parts that stock reserves for the units that failed; none where the fault catalogue names none, absent where it was
 *     told before that was said
 * @param zone of the policy, in which times are told to people; absent in an event of before that was said
 * @param reach what is known of each of the lots, or of all of the model; absent in an event of before that was said
 */
@EventContract(type = "batches.emergency-plan-initiated.v1", topic = Topic.BATCH_ISSUES)
public record EmergencyPlanInitiated(
        String batchIssueId,
        String vendor,
        String policyVersion,
        UnitGroup group,
        int units,
        String owner,
        Containment containment,
        boolean tellSisterOwners,
        List<String> lots,
        Instant initiatedAt,
        @Nullable Instant dueAt,
        boolean inTime,
        @Nullable List<Addressee> tell,
        @Nullable List<PartQuantity> parts,
        @Nullable String zone,
        @Nullable List<LotReach> reach)
        implements Event {
    public EmergencyPlanInitiated {
        lots = List.copyOf(lots);
        tell = tell == null ? null : List.copyOf(tell);
        parts = parts == null ? null : List.copyOf(parts);
        reach = reach == null ? null : List.copyOf(reach);
    }

    /**
     * Whom a plan reaches by one of its lots, by what was known when it was started.
     *
     * @param lot absent where the plan is about all units of the model
     * @param units that are known to be sold, those that failed among them; 0 where none is, though stock may be of it
     * @param owners companies that are told because they have units of it that have not failed; 0 where the plan tells none
     * @param atLeast whether there are more: not all were looked at
     */
    public record LotReach(@Nullable String lot, int units, int owners, boolean atLeast) {}
}
