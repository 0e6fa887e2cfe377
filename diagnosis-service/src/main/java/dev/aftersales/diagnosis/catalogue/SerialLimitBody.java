package dev.aftersales.diagnosis.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The limit per serial, as the API reads and writes it. */
record SerialLimitBody(
        @NotNull @Min(0) @Max(1000) Integer count,
        @NotNull @Min(1) @Max(3660) Integer days) {

    static SerialLimitBody of(SerialLimit limit) {
        return new SerialLimitBody(limit.count(), limit.days());
    }

    SerialLimit toLimit() {
        return new SerialLimit(count, days);
    }
}
