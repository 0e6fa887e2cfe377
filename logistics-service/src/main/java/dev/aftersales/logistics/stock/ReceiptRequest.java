package dev.aftersales.logistics.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the warehouse sends when goods came in. */
record ReceiptRequest(
        @NotNull @Min(1) @Max(1_000_000) Integer quantity,
        @NotBlank @Size(max = 100) String reference) {}
