package dev.aftersales.gateway.shutdown;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway ends.
 *
 * @param drain how long it goes on serving once it is told to stop
 */
@Validated
@ConfigurationProperties("aftersales.shutdown")
record ShutdownSettings(@NotNull @DefaultValue("2s") Duration drain) {}
