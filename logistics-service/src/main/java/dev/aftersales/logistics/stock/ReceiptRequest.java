package dev.aftersales.logistics.stock;

import dev.aftersales.chassis.validation.ProductionLot;
import dev.aftersales.contracts.PrintedCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the warehouse sends when goods came in.
 *
 * @param lot production lot of all pieces; absent where it stands nowhere
 */
record ReceiptRequest(
        @NotNull @Min(1) @Max(1_000_000) Integer quantity,
        @NotBlank @Size(max = 100) String reference,
        @Nullable @ProductionLot String lot) {

    ReceiptRequest {
        lot = PrintedCode.orNone(lot);
    }
}
