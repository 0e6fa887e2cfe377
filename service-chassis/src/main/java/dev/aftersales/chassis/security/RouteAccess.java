package dev.aftersales.chassis.security;

import dev.aftersales.chassis.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets a request through to its handler only with a role that the handler's {@link Allowed} names, before the body is
 * read. A service whose handlers do not all carry it does not start.
 */
final class RouteAccess implements HandlerInterceptor, SmartInitializingSingleton {

    private static final String OURS = "dev.aftersales.";

    private final org.springframework.beans.factory.ObjectProvider<RequestMappingHandlerMapping> mappings;

    RouteAccess(org.springframework.beans.factory.ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(RouteAccess::isOurs)
                .filter(handler -> handler.getMethodAnnotation(Allowed.class) == null)
                .findFirst()
                .ifPresent(handler -> {
                    throw new IllegalStateException(handler + " does not say who is allowed to call it");
                });
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            boolean welcome = allowed != null
                    && CallerArgument.current()
                            .map(caller -> caller.isAnyOf(allowed.value()))
                            .orElse(false);
            if (!welcome) {
                throw Problem.status(403)
                        .type("wrong-role")
                        .title("Your role may not do this")
                        .detail("This route is for: "
                                + (allowed == null
                                        ? "nobody"
                                        : Arrays.stream(allowed.value())
                                                .map(Role::tokenName)
                                                .collect(Collectors.joining(", ")))
                                + ".")
                        .exception();
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS);
    }
}
