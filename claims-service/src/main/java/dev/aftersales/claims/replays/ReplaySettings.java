package dev.aftersales.claims.replays;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of replays.
 *
 * @param lease how long an instance that works on one may say nothing before it is taken for dead
 * @param lookEvery pause between two looks for replays that were left behind
 * @param keep how long a replay that is over stays, with its flips, in business time
 * @param sweepEvery pause between two looks for replays that have stayed so long
 */
@Validated
@ConfigurationProperties("aftersales.replays")
record ReplaySettings(
        @NotNull Duration lease,
        @NotNull Duration lookEvery,
        @NotNull Duration keep,
        @NotNull Duration sweepEvery) {}
