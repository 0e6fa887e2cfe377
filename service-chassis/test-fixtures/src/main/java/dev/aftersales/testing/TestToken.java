package dev.aftersales.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token in the making: right in everything unless it is told otherwise. */
public final class TestToken {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
    private final RSAKey strangersKey;
    private RSAKey key;

    TestToken(String issuer, RSAKey key, RSAKey strangersKey, String person) {
        this.key = key;
        this.strangersKey = strangersKey;
        Instant now = Instant.now();
        claims.issuer(issuer)
                .audience("aftersales")
                .subject(person)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("name", person)
                .claim("email", person + "@example.example")
                .claim("locale", "en")
                .claim("vendors", List.of())
                .claim("roles", List.of());
    }

    /** The customer company that the person acts for. */
    public TestToken org(String organisation) {
        return with("org", organisation);
    }

    public TestToken vendors(String... vendors) {
        return with("vendors", List.of(vendors));
    }

    /** Roles by the names that tokens carry, as in {@code account-manager}. */
    public TestToken roles(String... roles) {
        return with("roles", List.of(roles));
    }

    public TestToken name(String name) {
        return with("name", name);
    }

    public TestToken email(String email) {
        return with("email", email);
    }

    public TestToken locale(String locale) {
        return with("locale", locale);
    }

    public TestToken audience(String audience) {
        claims.audience(audience);
        return this;
    }

    /** Any other claim; {@code null} leaves it out. */
    public TestToken with(String claim, @Nullable Object value) {
        claims.claim(claim, value);
        return this;
    }

    /** Ended an hour ago: longer than any tolerated difference between clocks. */
    public TestToken expired() {
        Instant end = Instant.now().minus(Duration.ofHours(1));
        claims.issueTime(Date.from(end.minus(LIFETIME))).expirationTime(Date.from(end));
        return this;
    }

    /** Meant for another application. */
    public TestToken forAnotherAudience() {
        return audience("somebody-else");
    }

    /** Claims this issuer and names its key, but is signed with another. */
    public TestToken signedByStranger() {
        key = strangersKey;
        return this;
    }

    /** Claims to come from an issuer that is not trusted, signed with the right key. */
    public TestToken fromAnotherIssuer() {
        claims.issuer("http://issuer.example");
        return this;
    }

    /** The token in compact form, as it stands after {@code Bearer}. */
    public String sign() {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
