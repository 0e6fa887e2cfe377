package dev.aftersales.gateway.routes;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where the services listen: scheme, host and port; a path is ignored. */
@Validated
@ConfigurationProperties("aftersales.gateway")
record UpstreamSettings(
        @NotNull @DefaultValue("http://127.0.0.1:8081") URI claimsUri,
        @NotNull @DefaultValue("http://127.0.0.1:8082") URI diagnosisUri,
        @NotNull @DefaultValue("http://127.0.0.1:8083") URI logisticsUri,
        @NotNull @DefaultValue("http://127.0.0.1:8084") URI notificationsUri) {

    URI uriOf(Upstream upstream) {
        return switch (upstream) {
            case CLAIMS -> claimsUri;
            case DIAGNOSIS -> diagnosisUri;
            case LOGISTICS -> logisticsUri;
            case NOTIFICATIONS -> notificationsUri;
        };
    }
}
