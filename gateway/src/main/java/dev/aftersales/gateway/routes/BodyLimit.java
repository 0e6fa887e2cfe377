package dev.aftersales.gateway.routes;

import dev.aftersales.gateway.problems.Problem;
import dev.aftersales.gateway.problems.ProblemException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies larger than their route takes: at once where the length is told, else when the limit is passed. */
@Component
final class BodyLimit implements GlobalFilter, Ordered {

    /** Name of the route's metadata that holds the limit, bytes. */
    static final String LARGEST_BODY = "largest-body";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        long limit = ((Number) Objects.requireNonNull(route.getMetadata().get(LARGEST_BODY))).longValue();
        if (exchange.getRequest().getHeaders().getContentLength() > limit) {
            return Mono.error(tooLarge(limit));
        }
        return chain.filter(
                exchange.mutate().request(counted(exchange.getRequest(), limit)).build());
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong bytes = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (bytes.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(tooLarge(limit));
                    } else {
                        sink.next(buffer);
                    }
                });
            }
        };
    }

    private static ProblemException tooLarge(long limit) {
        return Problem.of(413, "too-large", "The body is too large")
                .detail("This route takes at most " + limit + " bytes.")
                .with("limit", limit)
                .exception();
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
