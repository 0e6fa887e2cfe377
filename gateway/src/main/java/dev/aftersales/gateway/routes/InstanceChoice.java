package dev.aftersales.gateway.routes;

import dev.aftersales.gateway.problems.Unreachable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Sends each request to an instance of its service, and on to the next one as long as nothing of it was sent. What was
 * sent and broke off is sent again only if it merely reads. How an instance does is learned from its answers: nobody
 * polls it.
 */
@Component
final class InstanceChoice implements GlobalFilter, Ordered {

    /** Name of the route's metadata that holds its {@link Instances}. */
    static final String INSTANCES = "instances";

    private static final Logger log = LoggerFactory.getLogger(InstanceChoice.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Instances instances =
                (Instances) Objects.requireNonNull(route.getMetadata().get(INSTANCES));
        return Mono.defer(() -> ask(instances.inOrder().iterator(), exchange, chain));
    }

    private static Mono<Void> ask(Iterator<Instance> order, ServerWebExchange exchange, GatewayFilterChain chain) {
        Instance instance = order.next();
        exchange.getAttributes()
                .computeIfPresent(
                        ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, (name, url) -> instance.at((URI) url));
        instance.asked();
        return chain.filter(exchange)
                .then(Mono.defer(() -> hear(instance, exchange)))
                .doFinally(ended -> instance.over())
                .thenReturn(Optional.<Throwable>empty())
                .onErrorResume(failure -> Mono.just(Optional.of(failure)))
                .flatMap(outcome -> outcome.map(failure -> {
                            learn(instance, failure);
                            ServerWebExchangeUtils.reset(exchange);
                            if (!order.hasNext() || !maySendAgain(exchange, failure)) {
                                return Mono.<Void>error(failure);
                            }
                            log.atInfo()
                                    .addKeyValue("path", exchange.getRequest().getPath())
                                    .addKeyValue("reason", failure.getClass().getSimpleName())
                                    .log("An instance did not answer; the next one is asked");
                            return ask(order, exchange, chain);
                        })
                        .orElseGet(Mono::empty));
    }

    /** What the beginning of an answer tells of the instance. */
    private static Mono<Void> hear(Instance instance, ServerWebExchange exchange) {
        HttpClientResponse answer = exchange.getRequiredAttribute(ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR);
        boolean closes = "close".equalsIgnoreCase(answer.responseHeaders().get(HttpHeaders.CONNECTION));
        int status = answer.status().code();
        if (closes && status == 503 && !answer.responseHeaders().contains(HttpHeaders.CONTENT_TYPE)) {
            return Mono.error(new Stopping());
        }
        // After some errors a connection is closed by an instance that stays.
        if (closes && status < 400) {
            instance.leaving();
        } else {
            instance.answered();
        }
        return Mono.empty();
    }

    private static void learn(Instance instance, Throwable failure) {
        if (failure instanceof Stopping) {
            instance.leaving();
        } else if (Unreachable.is(failure)) {
            instance.refused();
        } else if (failure instanceof ResponseStatusException ours
                && ours.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)) {
            instance.late();
        }
    }

    private static boolean maySendAgain(ServerWebExchange exchange, Throwable failure) {
        HttpMethod method = exchange.getRequest().getMethod();
        if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            return failure instanceof IOException || Unreachable.is(failure);
        }
        // A body can be read once only, and has been if there was a connection.
        return Unreachable.is(failure) && !(failure instanceof Stopping);
    }

    /** After the choice of the route, before the request is sent. */
    @Override
    public int getOrder() {
        return 10_150;
    }

    /** What a web server that stops says on a connection that was kept: an empty 503; it did not look at the request. */
    private static final class Stopping extends ConnectException {
        Stopping() {
            super("the instance is stopping");
        }
    }
}
