package dev.aftersales.claims.calendars;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation decides about calendars.
 *
 * @param wantBefore how long before the last year ends that a calendar holds, the next one is asked for
 * @param lookEvery how often that is looked for
 */
@Validated
@ConfigurationProperties("aftersales.calendars")
record CalendarSettings(
        @NotNull Duration wantBefore, @NotNull Duration lookEvery) {}
