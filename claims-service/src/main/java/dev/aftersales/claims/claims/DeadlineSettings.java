package dev.aftersales.claims.claims;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation decides about deadlines.
 *
 * @param sweepEvery how late a deadline may set something off, at most, while nothing else is due
 */
@Validated
@ConfigurationProperties("aftersales.deadlines")
record DeadlineSettings(@NotNull Duration sweepEvery) {}
