package dev.aftersales.diagnosis.batches;

import dev.aftersales.contracts.events.batches.ResolutionKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a batch issue is closed.
 *
 * @param kind as what; absent where a contained batch is put right
 * @param reason free text, so it is kept out of {@code toString}
 */
record ResolutionRequest(
        @Nullable ResolutionKind kind,
        @NotBlank @Size(max = 2000) String reason) {

    ResolutionKind kindOrUsual() {
        return Objects.requireNonNullElse(kind, ResolutionKind.REMEDIED);
    }

    @Override
    public String toString() {
        return "a resolution";
    }
}
