package dev.aftersales.gateway.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Asks for the issuer's keys when the gateway starts and until it has them, so that no token pays for it: after a
 * restart under load these are hundreds at once. The port opens with the keys there, or without them if the issuer
 * starts later; tokens that come meanwhile wait for a moment and are told that the issuer is away.
 */
final class IssuerKeys implements ReactiveJwtDecoder, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

    /** Of no issuer: it is refused for its signature, and for that the keys are needed. */
    private static final String NOBODYS = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.bm9uZQ";

    /** How long the start waits for an issuer that may still be starting itself. */
    private static final Duration OPENING_WAITS = Duration.ofSeconds(5);

    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ReactiveJwtDecoder verifier;
    private final Duration patience;
    private final Sinks.Empty<Void> known = Sinks.empty();
    private final AtomicReference<@Nullable Disposable> asking = new AtomicReference<>();

    /** @param patience of a caller, also with an issuer that is asked for a new key */
    IssuerKeys(ReactiveJwtDecoder verifier, Duration patience) {
        this.verifier = verifier;
        this.patience = patience;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return known.asMono()
                .then(Mono.defer(() -> verifier.decode(token)))
                .timeout(patience, Mono.error(() -> new JwtException("the issuer does not answer")));
    }

    @Override
    public void start() {
        ask();
        try {
            known.asMono().block(OPENING_WAITS);
        } catch (IllegalStateException late) {
            log.atWarn().log("The issuer's keys cannot be read yet; the gateway opens without them");
        }
    }

    /** Asks until the keys are there. */
    void ask() {
        asking.set(Mono.defer(() -> verifier.decode(NOBODYS).then())
                .onErrorResume(BadJwtException.class, refused -> Mono.empty())
                .timeout(ONE_TRY)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE))
                .subscribe(nothing -> {}, known::tryEmitError, known::tryEmitEmpty));
    }

    @Override
    public void stop() {
        Disposable running = asking.getAndSet(null);
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return asking.get() != null;
    }

    /** Before the port opens. */
    @Override
    public int getPhase() {
        return 0;
    }
}
