package dev.aftersales.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the launcher tells the issuer.
 *
 * @param uri the issuer's own address, which stands in every token as {@code iss}
 * @param data directory that keeps the signing key
 * @param portal address of the gateway, to which the portal's login returns
 * @param serviceSecret client secret of the services that call their fellows
 * @param tokenLifetime how long an access token lives
 */
@ConfigurationProperties("aftersales.issuer")
record IssuerSettings(URI uri, Path data, URI portal, String serviceSecret, Duration tokenLifetime) {

    IssuerSettings {
        if (!uri.isAbsolute() || !portal.isAbsolute()) {
            throw new IllegalArgumentException("aftersales.issuer.uri and .portal must be absolute addresses");
        }
        if (tokenLifetime.isNegative() || tokenLifetime.isZero()) {
            throw new IllegalArgumentException("aftersales.issuer.token-lifetime must be positive");
        }
    }
}
