package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.validation.ProductionLot;
import dev.aftersales.contracts.PrintedCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Pieces of a part in a parcel that are of one production lot. */
record PackedLot(
        @NotBlank @Size(max = 100) String part,
        @NotNull @ProductionLot String lot,
        @NotNull @Min(1) @Max(1_000_000) Integer quantity) {

    PackedLot {
        lot = PrintedCode.of(lot);
    }
}
