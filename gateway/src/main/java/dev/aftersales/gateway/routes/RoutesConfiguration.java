package dev.aftersales.gateway.routes;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes routes of {@link PublicRoutes}. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {

    @Bean
    RouteLocator publicRouteLocator(RouteLocatorBuilder builder, UpstreamSettings upstreams) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (PublicRoute route : PublicRoutes.ALL) {
            Upstream upstream = route.upstream();
            if (upstream != null) {
                routes.route(route.path(), path -> path.path(route.pattern())
                        .filters(filters -> leadingTo(route, filters))
                        .metadata(BodyLimit.LARGEST_BODY, route.largestBody())
                        .metadata(patienceOf(route))
                        .uri(upstreams.uriOf(upstream)));
            }
        }
        return routes.build();
    }

    /** No retry by the client: it cannot know whether a POST that broke off took effect. */
    @Bean
    HttpClientCustomizer noRetry() {
        return client -> client.disableRetry(true);
    }

    private static Map<String, Object> patienceOf(PublicRoute route) {
        Duration patience = route.patience();
        return patience == null ? Map.of() : Map.of(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, patience.toMillis());
    }

    private static UriSpec leadingTo(PublicRoute route, GatewayFilterSpec filters) {
        return route.servicePath().equals(route.path())
                ? filters
                : filters.rewritePath(Pattern.quote(route.path()) + "(?<rest>.*)", route.servicePath() + "${rest}");
    }
}
