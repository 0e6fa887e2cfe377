package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.Containment;
import java.time.Instant;
import java.util.List;

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
 */
record EmergencyPlan(
        String owner, Containment containment, boolean tellSisterOwners, List<String> lots, String by, Instant at) {

    EmergencyPlan {
        lots = List.copyOf(lots);
    }

    /** Whether it is the same word of the same person, said again. */
    boolean repeats(EmergencyPlan other) {
        return equals(
                new EmergencyPlan(other.owner, other.containment, other.tellSisterOwners, other.lots, other.by, at));
    }
}
