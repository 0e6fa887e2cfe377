package dev.aftersales.diagnosis.batches;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a batch issue is closed.
 *
 * @param reason free text, so it is kept out of {@code toString}
 */
record ResolutionRequest(@NotBlank @Size(max = 2000) String reason) {

    @Override
    public String toString() {
        return "a resolution";
    }
}
