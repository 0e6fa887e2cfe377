package dev.aftersales.gateway.routes;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One running copy of a service. One that gave no answer, or says that it is leaving, rests: it gets a request only now
 * and then, until one of them is answered.
 */
final class Instance {

    /** After it took no connection. */
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    /** After it took a request and did not answer, and while one tries whether it does again: that costs a client long. */
    private static final Duration LONGER = Duration.ofSeconds(5);

    /** After a good-bye: longer than a service goes on serving after it (its setting aftersales.shutdown.drain). */
    private static final Duration UNTIL_GONE = Duration.ofSeconds(3);

    private static final long AWAKE = Long.MIN_VALUE;

    private final URI address;
    private final LongSupplier nanoTime;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicLong restsUntil = new AtomicLong(AWAKE);

    /** @param nanoTime as {@link System#nanoTime()} */
    Instance(URI address, LongSupplier nanoTime) {
        this.address = address;
        this.nanoTime = nanoTime;
    }

    /** The same request, but to this instance. */
    URI at(URI request) {
        return UriComponentsBuilder.fromUri(request)
                .scheme(address.getScheme())
                .host(address.getHost())
                .port(address.getPort())
                .build(true)
                .toUri();
    }

    boolean isAwake() {
        return restsUntil.get() == AWAKE;
    }

    /** Whether its rest is over and nobody else tries it; true for one caller, who then has to. */
    boolean isToBeTried() {
        long until = restsUntil.get();
        long now = nanoTime.getAsLong();
        return until != AWAKE && now - until >= 0 && restsUntil.compareAndSet(until, now + LONGER.toNanos());
    }

    /** Requests that it was sent and has not begun to answer. */
    int unanswered() {
        return unanswered.get();
    }

    void asked() {
        unanswered.incrementAndGet();
    }

    /** The request is over, however it ended. */
    void over() {
        unanswered.decrementAndGet();
    }

    void answered() {
        restsUntil.set(AWAKE);
    }

    /** It took no connection. */
    void refused() {
        rest(SHORTLY);
    }

    /** It took the request and did not answer in time. */
    void late() {
        rest(LONGER);
    }

    /** It answered, and said that it stops soon. */
    void leaving() {
        rest(UNTIL_GONE);
    }

    private void rest(Duration length) {
        restsUntil.set(nanoTime.getAsLong() + length.toNanos());
    }
}
