package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An emergency plan as it was started.
 *
 * @param owner id of the person who answers for it
 * @param containment what is done first
 * @param tellSisterOwners whether owners of units of the lots that have not failed are told too; customers of failed units
 *     always are
 * @param lots the affected production lots; none where it is about all units of the model
 * @param by who started it
 * @param at when, in business time
 * @param reach what was known then of each of the lots; absent where it was started before that was said
 */
record EmergencyPlan(
        String owner,
        Containment containment,
        boolean tellSisterOwners,
        List<String> lots,
        String by,
        Instant at,
        @Nullable List<LotReach> reach) {

    EmergencyPlan {
        lots = List.copyOf(lots);
        reach = reach == null ? null : List.copyOf(reach);
    }

    /** Whether it is the same word of the same person, said again. */
    boolean repeats(EmergencyPlan other) {
        return equals(new EmergencyPlan(
                other.owner, other.containment, other.tellSisterOwners, other.lots, other.by, at, reach));
    }
}
