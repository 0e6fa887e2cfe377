package dev.aftersales.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Mono;

class IssuerKeysTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean issuerIsThere;
    private final IssuerKeys keys = new IssuerKeys(token -> Mono.defer(() -> answer(token)), Duration.ofSeconds(2));

    @AfterEach
    void stop() {
        keys.stop();
    }

    @Test
    void keysAreThereBeforeThePortOpens() {
        issuerIsThere = true;

        keys.start();

        assertThat(asked).hasSize(1);
    }

    @Test
    void tokensWaitForTheKeysAndAskForNone() {
        keys.ask();
        List<CompletableFuture<Jwt>> answers = IntStream.range(0, 50)
                .mapToObj(i -> keys.decode("token-" + i).toFuture())
                .toList();
        await().until(() -> asked.size() > 1);
        assertThat(asked).noneMatch(token -> token.startsWith("token-"));

        issuerIsThere = true;

        assertThat(answers).extracting(answer -> answer.join().getTokenValue()).contains("token-0", "token-49");
    }

    @Test
    void tokensAreToldThatTheIssuerIsAway() {
        IssuerKeys impatient = new IssuerKeys(token -> Mono.never(), Duration.ofMillis(10));

        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> impatient.decode("token").block())
                .isNotInstanceOf(BadJwtException.class);
    }

    private Mono<Jwt> answer(String token) {
        asked.add(token);
        if (!issuerIsThere) {
            return Mono.error(new JwtException("the issuer does not answer"));
        }
        return token.startsWith("token-")
                ? Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject("anna")
                        .build())
                : Mono.error(new BadJwtException("no"));
    }
}
