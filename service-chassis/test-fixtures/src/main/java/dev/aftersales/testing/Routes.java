package dev.aftersales.testing;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that a running service really has. */
public final class Routes {

    private Routes() {}

    /** Those of the suite's own handlers: the framework's error page is left out. */
    public static Set<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("dev.aftersales"))
                .flatMap(entry -> routes(entry.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Collection<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of(new Route("*", pattern))
                        : methods.stream().map(method -> new Route(method.name(), pattern)));
    }
}
