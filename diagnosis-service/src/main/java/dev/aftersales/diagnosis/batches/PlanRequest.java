package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.validation.ProductionLot;
import dev.aftersales.contracts.PrintedCode;
import dev.aftersales.contracts.events.batches.Containment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to start an emergency plan: an owner, a containment step and the customer notice (A?8).
 *
 * @param owner id of the person of the vendor's staff who answers for it; no name and no address
 * @param containment what is done first
 * @param lots affected production lots; absent where it is the one that the units have in common, empty where the plan is
 *     about all units of the model
 */
record PlanRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
        String owner,

        @NotNull Containment containment,
        @NotNull @Valid CustomerNotice customerNotice,
        @Nullable @Size(max = 50) List<@NotNull @ProductionLot String> lots) {

    PlanRequest {
        lots = PrintedCode.each(lots);
    }

    /**
     * Whom the suite tells. Customers of failed units are always among them.
     *
     * @param sisterUnits whether owners of units of the lots that have not failed are too
     */
    record CustomerNotice(@NotNull Boolean sisterUnits) {}

    InitiatePlan.Order toOrder() {
        return new InitiatePlan.Order(owner, containment, customerNotice.sisterUnits(), lots);
    }
}
