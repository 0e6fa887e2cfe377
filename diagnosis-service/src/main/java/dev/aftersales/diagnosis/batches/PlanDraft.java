package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated.LotReach;
import dev.aftersales.diagnosis.catalogue.CatalogueEntry;
import dev.aftersales.diagnosis.catalogue.FaultDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an emergency plan could be, by what the suite knows. It starts nothing and stops no clock (A?8).
 *
 * @param units that failed
 * @param unverified those of them without a serial
 * @param containment what suggests itself, first things first
 * @param lots that the plan would be about; none where the lot is not known
 * @param reach what is known of each of the lots, and how many companies would be told by a plan that tells owners; what it
 *     says of further lots the plan says once it names them
 * @param spareParts as the vendor's fault catalogue has them, against stock; none where it does not say
 * @param stockAssessedAt when stock was looked at; absent while it was not
 * @param customer whose units they are; absent where the rule counts over all customers
 * @param sisterUnits that were sold, and of which no serial failed alike; absent where the issue is about no model
 * @param customersToTell absent where the sister units are
 * @param owner who could answer for the plan
 */
record PlanDraft(
        int units,
        int unverified,
        List<Containment> containment,
        List<String> lots,
        List<LotReach> reach,
        List<PartNeed> spareParts,
        @Nullable Instant stockAssessedAt,
        @Nullable String customer,
        @Nullable SisterCount sisterUnits,
        @Nullable CustomersToTell customersToTell,
        OwnerSuggestion owner) {

    PlanDraft {
        containment = List.copyOf(containment);
        lots = List.copyOf(lots);
        reach = List.copyOf(reach);
        spareParts = List.copyOf(spareParts);
    }

    /**
     * How many organisations are to be told.
     *
     * @param ofFailedUnits these always are
     * @param ofSisterUnits these where the plan says so; some may be among those of failed units
     * @param atLeast whether there are more: not all units were looked at
     */
    record CustomersToTell(int ofFailedUnits, int ofSisterUnits, boolean atLeast) {

        private static CustomersToTell of(IssueFile file, SisterCount count) {
            int ofFailedUnits = file.units() == 0 ? 0 : count.organisationsOfFailedUnits();
            return new CustomersToTell(ofFailedUnits, count.organisations(), count.atLeast());
        }
    }

    /**
     * The draft for an issue.
     *
     * @param faults of the vendor's catalogue that the units may have
     * @param reach of its lots
     * @param sisters absent where the issue is about no model
     * @param last the plan of the group's last issue; absent where it had none
     */
    static PlanDraft of(
            IssueFile file,
            List<CatalogueEntry> faults,
            List<LotReach> reach,
            @Nullable SisterCount sisters,
            @Nullable EmergencyPlan last) {
        String lot = file.group().lot();
        return new PlanDraft(
                file.units(),
                file.unverified(),
                // Units that all went need no first step, and their customers no word of it.
                file.units() == 0
                        ? List.of()
                        : containment(
                                lot,
                                faults.stream()
                                        .map(entry -> entry.inForce().definition())
                                        .toList()),
                lots(file),
                reach,
                PartNeed.of(file, faults, sisters == null ? 0 : sisters.atRisk().from()),
                file.supplies().assessedAt(),
                file.group().contractHolder(),
                sisters,
                sisters == null ? null : CustomersToTell.of(file, sisters),
                OwnerSuggestion.of(last));
    }

    /** That the plan would be about. */
    static List<String> lots(IssueFile file) {
        String lot = file.group().lot();
        return lot == null ? List.of() : List.of(lot);
    }

    private static List<Containment> containment(@Nullable String lot, List<FaultDefinition> faults) {
        List<Containment> steps = new ArrayList<>();
        // Without a lot nobody can say which units to hold back: they have to be looked at.
        steps.add(lot == null ? Containment.FIELD_INSPECTION : Containment.STOP_SHIP);
        if (faults.stream().anyMatch(fault -> !fault.parts().isEmpty())) {
            steps.add(Containment.SPARE_PARTS);
        }
        if (faults.stream()
                .map(FaultDefinition::disposition)
                .anyMatch(route -> route == Route.REPLACEMENT || route == Route.DEPOT_REPAIR)) {
            steps.add(Containment.ADVANCE_REPLACEMENT);
        }
        return steps;
    }
}
