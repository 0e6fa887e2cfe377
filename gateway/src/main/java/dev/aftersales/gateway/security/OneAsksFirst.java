package dev.aftersales.gateway.security;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Until one token was verified, the issuer's keys are not known, and every token that comes meanwhile would ask for them
 * again. After a restart under load these are hundreds at once: too many for anybody's patience. So one asks, and the
 * others wait for the answer.
 */
final class OneAsksFirst implements ReactiveJwtDecoder {

    private final ReactiveJwtDecoder verifier;
    private final AtomicReference<@Nullable Mono<Jwt>> asking = new AtomicReference<>();
    private volatile boolean keysKnown;

    /** @param verifier comes to an end by itself, whether or not the issuer answers */
    OneAsksFirst(ReactiveJwtDecoder verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> keysKnown ? verifier.decode(token) : decodeFirst(token));
    }

    private Mono<Jwt> decodeFirst(String token) {
        // Cached, so that a caller who hangs up does not break off what the others wait for.
        Mono<Jwt> own = verifier.decode(token)
                .doOnNext(jwt -> keysKnown = true)
                .doOnTerminate(() -> asking.set(null))
                .cache();
        @Nullable Mono<Jwt> other = asking.compareAndExchange(null, own);
        if (other == null) {
            return own;
        }
        // What is wrong with another's token says nothing of this one; that the issuer is away does.
        return other.then()
                .onErrorResume(BadJwtException.class, refused -> Mono.empty())
                .then(decode(token));
    }
}
