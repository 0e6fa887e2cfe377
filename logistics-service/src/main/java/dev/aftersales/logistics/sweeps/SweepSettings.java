package dev.aftersales.logistics.sweeps;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sweeps.
 *
 * @param every pause between two rounds
 */
@Validated
@ConfigurationProperties("aftersales.logistics-sweeps")
record SweepSettings(@NotNull @DefaultValue("2s") Duration every) {}
