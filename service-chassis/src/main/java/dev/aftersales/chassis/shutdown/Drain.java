package dev.aftersales.chassis.shutdown;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The first thing on the way out: the service goes on serving for a while, but is not ready any more and answers every
 * request with {@code Connection: close}. So callers give up the connections that they keep; one who used such a
 * connection while the web server stops would get an empty 503, or nothing.
 */
public final class Drain implements SmartLifecycle, TomcatConnectorCustomizer {

    private final ApplicationContext context;
    private final ShutdownSettings settings;
    private final List<Connector> connectors = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    public Drain(ApplicationContext context, ShutdownSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    @Override
    public void customize(Connector connector) {
        connectors.add(connector);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        running = false;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        for (Connector connector : connectors) {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // The request that comes next on a connection is its last.
                http.setMaxKeepAliveRequests(1);
            }
        }
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

    /** Before everything else: listeners, web server, sweeps. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** A test that lets its context rest for another's sake does not end it. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
