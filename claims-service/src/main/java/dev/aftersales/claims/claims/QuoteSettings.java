package dev.aftersales.claims.claims;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation decides about quotes.
 *
 * @param paymentProviders the partners whose word on payments counts
 * @param sweepEvery how often quotes are looked through for expired ones
 */
@Validated
@ConfigurationProperties("aftersales.quotes")
record QuoteSettings(
        @NotEmpty List<String> paymentProviders, @NotNull Duration sweepEvery) {}
