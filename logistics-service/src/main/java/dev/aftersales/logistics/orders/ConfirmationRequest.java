package dev.aftersales.logistics.orders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the warehouse sends when a shipment is packed.
 *
 * @param carrier the partner's id
 * @param lots production lots of what was packed, as far as they are known; to be told where some of the stock is held
 */
record ConfirmationRequest(
        @NotNull @Pattern(regexp = "\\S+", message = "must have no spaces") @Size(max = 100)
        String carrier,

        @NotNull @Pattern(regexp = "\\S+", message = "must have no spaces") @Size(max = 100)
        String trackingNumber,

        @Nullable @Size(max = 100) List<@NotNull @Valid PackedLot> lots) {

    List<PackedLot> packed() {
        return lots == null ? List.of() : lots;
    }
}
