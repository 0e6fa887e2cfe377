package dev.aftersales.claims.claims;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation decides about deadlines.
 *
 * @param sweepEvery how late a deadline may set something off, at most, while nothing else is due
 * @param usualFrom so many claims must have gone through a stage before anybody is told how long it usually takes; at most
 *     as many as are looked at
 */
@Validated
@ConfigurationProperties("aftersales.deadlines")
record DeadlineSettings(
        @NotNull Duration sweepEvery, @Min(1) @Max(200) int usualFrom) {}
