package dev.aftersales.gateway.security;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.AccessMatrix;
import dev.aftersales.testing.Route;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.gateway.handler.predicate.PathRoutePredicateFactory;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

class AccessIT extends RunningGateway {

    @Autowired
    RouteLocator routes;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @TestFactory
    Stream<DynamicTest> everyRouteAdmitsOnlyItsCallers() {
        return AccessMatrix.read("access-matrix.csv")
                .tests(URI.create("http://127.0.0.1:" + port), served(), Map.of("rest", "x"));
    }

    /** What the running gateway really has, by whatever way it came there; a forwarded route stands in for all methods. */
    private Set<Route> served() {
        Set<Route> served = new HashSet<>();
        routes.getRoutes()
                .doOnNext(route -> {
                    Set<String> patterns = new HashSet<>();
                    route.getPredicate().accept(predicate -> {
                        if (predicate.getConfig() instanceof PathRoutePredicateFactory.Config path) {
                            patterns.addAll(path.getPatterns());
                        }
                    });
                    // A route without a path takes every path.
                    (patterns.isEmpty() ? Set.of("/{*rest}") : patterns)
                            .forEach(pattern -> served.add(new Route("GET", pattern)));
                })
                .blockLast();
        handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("dev.aftersales"))
                .flatMap(entry -> own(entry.getKey()))
                .forEach(served::add);
        // Beside these the instance's own: health is for everybody, the metrics are not.
        served.add(new Route("GET", "/actuator/prometheus"));
        return served;
    }

    private static Stream<Route> own(RequestMappingInfo info) {
        Collection<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("*")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return info.getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .flatMap(pattern -> methods.stream().map(method -> new Route(method, pattern)));
    }
}
