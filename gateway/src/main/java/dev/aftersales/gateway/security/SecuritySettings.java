package dev.aftersales.gateway.security;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed, and whose pages may call.
 *
 * @param audience that a token must name
 * @param portalOrigins origins (scheme, host, port) of pages that may call from a browser; none by default, because the
 *     gateway serves the portal from its own origin
 */
@Validated
@ConfigurationProperties("aftersales.security")
record SecuritySettings(
        @NotBlank @DefaultValue("aftersales") String audience,
        @DefaultValue List<String> portalOrigins) {}
