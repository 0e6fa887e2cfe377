package dev.aftersales.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens that were verified, because a signature costs more than all else on a request's way. A remembered
 * token is believed until it expires, and for ten minutes at most, so that a withdrawn signing key takes effect.
 */
final class RememberingJwtDecoder implements ReactiveJwtDecoder {

    private final ReactiveJwtDecoder verifier;
    private final Clock machineClock;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    RememberingJwtDecoder(ReactiveJwtDecoder verifier, Clock machineClock) {
        this.verifier = verifier;
        this.machineClock = machineClock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && isLive(known)) {
            return Mono.just(known);
        }
        return verifier.decode(token).doOnNext(jwt -> verified.put(token, jwt));
    }

    private boolean isLive(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        return expiry != null && expiry.isAfter(Instant.now(machineClock));
    }
}
