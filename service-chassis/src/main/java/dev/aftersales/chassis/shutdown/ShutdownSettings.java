package dev.aftersales.chassis.shutdown;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service ends.
 *
 * @param drain how long it goes on serving once it is told to stop; longer than its callers keep idle connections (the
 *     gateway: 1 s)
 */
@Validated
@ConfigurationProperties("aftersales.shutdown")
public record ShutdownSettings(@NotNull @DefaultValue("2s") Duration drain) {}
