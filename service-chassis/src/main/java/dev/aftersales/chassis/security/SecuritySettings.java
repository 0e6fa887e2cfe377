package dev.aftersales.chassis.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed.
 *
 * @param audience that a token must name
 */
@Validated
@ConfigurationProperties("aftersales.security")
public record SecuritySettings(
        @NotBlank @DefaultValue("aftersales") String audience) {}
