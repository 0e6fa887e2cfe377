package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has effected so far, as logistics says.
 *
 * @param parts of which so many are reserved of those that are wanted; what is short is taken as goods arrive
 * @param reservedAt since when; absent while nothing is
 * @param shippingHold lots that are shipped no more; absent where there is none
 */
record PlanEffects(
        List<ReservedPart> parts, @Nullable Instant reservedAt, Supplies.@Nullable ShippingHold shippingHold) {

    PlanEffects {
        parts = List.copyOf(parts);
    }

    static PlanEffects of(IssueFile issue) {
        Supplies supplies = issue.supplies();
        return new PlanEffects(supplies.reserved(), supplies.reservedAt(), supplies.hold());
    }
}
