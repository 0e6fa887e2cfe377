package dev.aftersales.claims.evidence;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of evidence.
 *
 * @param maxSize of one file
 * @param keepUnclaimed how long an upload may wait for a claim that names it
 * @param sweepEvery pause between two looks for what was left behind
 */
@Validated
@ConfigurationProperties("aftersales.evidence")
record EvidenceSettings(
        @NotNull DataSize maxSize,
        @NotNull Duration keepUnclaimed,
        @NotNull Duration sweepEvery) {}
