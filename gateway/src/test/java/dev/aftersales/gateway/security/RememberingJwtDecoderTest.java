package dev.aftersales.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class RememberingJwtDecoderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final AtomicInteger verifications = new AtomicInteger();

    @Test
    void verifiesATokenOnceWhileItIsValid() {
        RememberingJwtDecoder decoder = deciding(NOW.plusSeconds(60));

        decoder.decode("token").block();
        decoder.decode("token").block();

        assertThat(verifications).hasValue(1);
    }

    @Test
    void asksAgainForATokenThatHasExpiredMeanwhile() {
        RememberingJwtDecoder decoder = deciding(NOW);

        decoder.decode("token").block();
        decoder.decode("token").block();

        assertThat(verifications).hasValue(2);
    }

    @Test
    void remembersNoRefusal() {
        RememberingJwtDecoder decoder = decoder(token -> {
            verifications.incrementAndGet();
            return Mono.error(new BadJwtException("no"));
        });

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadJwtException.class)
                    .isThrownBy(() -> decoder.decode("token").block());
        }

        assertThat(verifications).hasValue(2);
    }

    private RememberingJwtDecoder deciding(Instant expiry) {
        return decoder(token -> Mono.fromSupplier(() -> {
            verifications.incrementAndGet();
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject("anna")
                    .expiresAt(expiry)
                    .build();
        }));
    }

    private static RememberingJwtDecoder decoder(ReactiveJwtDecoder verifier) {
        return new RememberingJwtDecoder(verifier, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
