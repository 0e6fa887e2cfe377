package dev.aftersales.gateway.routes;

import java.time.Duration;
import java.util.EnumMap;
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
        Map<Upstream, Instances> instances = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            instances.put(upstream, new Instances(upstreams.urisOf(upstream), System::nanoTime));
        }
        for (PublicRoute route : PublicRoutes.ALL) {
            Upstream upstream = route.upstream();
            if (upstream != null) {
                routes.route(route.path(), path -> path.path(route.pattern())
                        .filters(filters -> leadingTo(route, filters))
                        .metadata(BodyLimit.LARGEST_BODY, route.largestBody())
                        .metadata(InstanceChoice.INSTANCES, instances.get(upstream))
                        .metadata(patienceOf(route))
                        // Which of them it will be is chosen for each request.
                        .uri(upstreams.urisOf(upstream).getFirst()));
            }
        }
        return routes.build();
    }

    /** No retry by the client: it cannot know whether a POST that broke off took effect; see {@link InstanceChoice}. */
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
