package dev.aftersales.gateway.routes;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where the instances of each service listen, comma-separated: scheme, host and port; a path is ignored. */
@Validated
@ConfigurationProperties("aftersales.gateway")
record UpstreamSettings(
        @NotEmpty @DefaultValue("http://127.0.0.1:8081") List<URI> claimsUri,
        @NotEmpty @DefaultValue("http://127.0.0.1:8082") List<URI> diagnosisUri,
        @NotEmpty @DefaultValue("http://127.0.0.1:8083") List<URI> logisticsUri,
        @NotEmpty @DefaultValue("http://127.0.0.1:8084") List<URI> notificationsUri) {

    List<URI> urisOf(Upstream upstream) {
        return switch (upstream) {
            case CLAIMS -> claimsUri;
            case DIAGNOSIS -> diagnosisUri;
            case LOGISTICS -> logisticsUri;
            case NOTIFICATIONS -> notificationsUri;
        };
    }
}
