package dev.aftersales.logistics.orders;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the warehouse sends when a shipment is packed.
 *
 * @param carrier the partner's id
 */
record ConfirmationRequest(
        @NotNull @Pattern(regexp = "\\S+", message = "must have no spaces") @Size(max = 100)
        String carrier,

        @NotNull @Pattern(regexp = "\\S+", message = "must have no spaces") @Size(max = 100)
        String trackingNumber) {}
