package dev.aftersales.gateway.routes;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a connection fit for its next request. An answer that is given before the request was read to its end may leave
 * the connection waiting for ever: a request without a body is therefore read to its end first, and an answer that
 * comes before the end of a body closes the connection.
 */
@Component
final class UnreadBodies implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!announcesBody(request)) {
            return request.getBody()
                    .doOnNext(DataBufferUtils::release)
                    .then(Mono.defer(() -> chain.filter(with(exchange, request, Flux.empty()))));
        }
        AtomicBoolean ended = new AtomicBoolean();
        exchange.getResponse().beforeCommit(() -> {
            if (!ended.get()) {
                exchange.getResponse().getHeaders().setConnection("close");
            }
            return Mono.empty();
        });
        return chain.filter(with(exchange, request, request.getBody().doOnComplete(() -> ended.set(true))));
    }

    private static boolean announcesBody(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > 0
                || request.getHeaders().containsHeader("Transfer-Encoding");
    }

    private static ServerWebExchange with(
            ServerWebExchange exchange, ServerHttpRequest request, Flux<DataBuffer> body) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return body;
                    }
                })
                .build();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
