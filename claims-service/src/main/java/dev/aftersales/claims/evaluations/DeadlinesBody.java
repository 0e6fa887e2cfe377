package dev.aftersales.claims.evaluations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, so that clocks can be reckoned.
 *
 * @param events when what happened, under the names that the policies' clocks give to their starts and stops
 * @param pauses waits for the customer; each holds up the clocks that the policy says are paused by it
 * @param facts on which clocks hang
 * @param clauses whose clocks are asked about; left out: all that were started
 * @param recurrence the how manieth time promises that recur are asked about; left out: the first
 * @param asOf what stops a clock later than that has not happened yet; left out: now, or the last of these if that is later
 */
record DeadlinesBody(
        @NotEmpty @Size(max = 50) Map<@NotBlank @Size(max = 64) String, @NotNull Instant> events,
        @Nullable @Size(max = 50) List<@NotNull @Valid PauseBody> pauses,

        @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 64) String, @NotBlank @Size(max = 64) String> facts,

        @Nullable @Size(min = 1, max = 50) List<@NotBlank @Size(max = 8) String> clauses,
        @Nullable @Min(1) @Max(100) Integer recurrence,
        @Nullable Instant asOf) {

    /**
     * A wait.
     *
     * @param by what is waited for, a code
     * @param to the first second after it; left out while it lasts
     */
    record PauseBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}")
            String by,

            @NotNull Instant from,
            @Nullable Instant to) {}
}
