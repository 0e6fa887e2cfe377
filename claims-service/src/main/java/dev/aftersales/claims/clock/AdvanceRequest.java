package dev.aftersales.claims.clock;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How far the clock is to go.
 *
 * @param advance ISO 8601 duration of whole seconds, at least one, as in {@code PT48H} or {@code P20D}
 * @param expectedOffset where the caller takes the clock to stand; a request that names it never moves the clock twice
 */
record AdvanceRequest(@NotNull String advance, @Nullable String expectedOffset) {}
