package dev.aftersales.chassis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were verified, because a signature costs more than all else on a request's way. A remembered
 * token is believed until it expires, and for ten minutes at most, so that a withdrawn signing key takes effect.
 */
final class RememberingJwtDecoder implements JwtDecoder {

    private final JwtDecoder verifier;
    private final Clock machineClock;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    RememberingJwtDecoder(JwtDecoder verifier, Clock machineClock) {
        this.verifier = verifier;
        this.machineClock = machineClock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && isLive(known)) {
            return known;
        }
        Jwt jwt = verifier.decode(token);
        verified.put(token, jwt);
        return jwt;
    }

    private boolean isLive(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        return expiry != null && expiry.isAfter(Instant.now(machineClock));
    }
}
