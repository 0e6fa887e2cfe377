package dev.aftersales.gateway.shutdown;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The first thing on the way out: the gateway goes on serving for a while, but is not ready any more and closes each
 * connection after the answer, so that a load balancer sends new requests elsewhere before the port closes.
 */
@Component
final class Drain implements SmartLifecycle, WebFilter, Ordered {

    private final ApplicationContext context;
    private final ShutdownSettings settings;
    private volatile boolean running;
    private volatile boolean leaving;

    Drain(ApplicationContext context, ShutdownSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            if (leaving) {
                exchange.getResponse().getHeaders().setConnection("close");
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        running = false;
        leaving = true;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        CompletableFuture.delayedExecutor(settings.drain().toMillis(), TimeUnit.MILLISECONDS)
                .execute(stopped);
    }

    /** Never called, because the way with a callback is there; the interface wants it. */
    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** A test that lets its context rest for another's sake does not end it. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** As a filter outside of all that may answer. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
