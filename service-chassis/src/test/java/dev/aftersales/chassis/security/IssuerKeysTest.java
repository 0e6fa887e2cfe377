package dev.aftersales.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerKeysTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean issuerIsThere;
    private final IssuerKeys keys = new IssuerKeys(this::answer);

    @AfterEach
    void stop() {
        keys.stop();
    }

    @Test
    void areThereBeforeThePortOpens() {
        issuerIsThere = true;

        keys.start();

        assertThat(asked).hasValue(1);
    }

    @Test
    void areAskedForUntilTheIssuerIsThereAndKeepNobodyFromStarting() {
        keys.start();
        assertThat(asked).hasValueGreaterThan(1);

        issuerIsThere = true;

        await().untilAtomic(answered, is(1));
        await().during(Duration.ofMillis(600)).untilAtomic(answered, is(1));
    }

    private Jwt answer(String token) {
        asked.incrementAndGet();
        if (issuerIsThere) {
            answered.incrementAndGet();
            throw new BadJwtException("no");
        }
        throw new JwtException("the issuer does not answer");
    }
}
