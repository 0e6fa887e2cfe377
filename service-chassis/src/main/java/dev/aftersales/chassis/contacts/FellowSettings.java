package dev.aftersales.chassis.contacts;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the fellow that serves contact keys, and as whom. A service without {@code claimsUri} keeps no contacts.
 *
 * @param claimsUri of claims-service itself, not of the gateway
 * @param tokenUri the issuer's token endpoint for client credentials
 */
@ConfigurationProperties("aftersales.fellows")
public record FellowSettings(
        @Nullable URI claimsUri,
        @Nullable URI tokenUri,
        @Nullable String clientId,
        @Nullable String clientSecret) {}
