package dev.aftersales.gateway.routes;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets no header through by which a client could pass for a proxy or a fellow service, nor one that is meant for the
 * next hop only (RFC 9110, section 7.6.1).
 */
@Component
final class CleanHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> SPOOFABLE =
            List.of("x-forwarded-", "x-internal-", "x-original-", "x-rewrite-", "x-envoy-", "x-aftersales-");
    private static final Set<String> SPOOFABLE_NAMES = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "x-http-method-override",
            "via");
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "expect");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        // What the client declares to be for this hop goes no further, except what every request needs.
        input.getConnection().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("authorization") && !name.equals("content-type"))
                .forEach(dropped::add);
        HttpHeaders clean = new HttpHeaders();
        input.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!dropped.contains(lower) && !isSpoofable(lower)) {
                clean.addAll(name, values);
            }
        });
        return clean;
    }

    private static boolean isSpoofable(String name) {
        return SPOOFABLE_NAMES.contains(name) || SPOOFABLE.stream().anyMatch(name::startsWith);
    }

    /** Before the filters that add headers of the gateway's own. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
