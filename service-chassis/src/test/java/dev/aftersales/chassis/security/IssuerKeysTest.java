package dev.aftersales.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerKeysTest {

    private final AtomicInteger asked = new AtomicInteger();
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
        int before = asked.get();
        assertThat(before).isGreaterThan(1);

        issuerIsThere = true;

        await().until(() -> asked.get() > before);
        int known = asked.get();
        await().during(Duration.ofMillis(600)).until(() -> asked.get() == known);
    }

    private Jwt answer(String token) {
        asked.incrementAndGet();
        if (issuerIsThere) {
            throw new BadJwtException("no");
        }
        throw new JwtException("the issuer does not answer");
    }
}
