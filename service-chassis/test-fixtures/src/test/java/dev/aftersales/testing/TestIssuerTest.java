package dev.aftersales.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestIssuerTest {

    private static final NimbusJwtDecoder DECODER = decoder();

    @Test
    void aPersonsTokenIsValidAndSaysWhoTheyAre() {
        // When
        Jwt token = DECODER.decode(People.CHEN.token());

        // Then
        assertThat(token.getSubject()).isEqualTo("chen");
        assertThat(token.getClaimAsString("org")).isEqualTo("pacific");
        assertThat(token.getClaimAsString("locale")).isEqualTo("zh");
        assertThat(token.getClaimAsString("email")).isEqualTo("chen@pacific.example");
        assertThat(token.getClaimAsStringList("vendors")).isEqualTo(List.of("exporter"));
        assertThat(token.getClaimAsStringList("roles")).isEqualTo(List.of("customer"));
    }

    @Test
    void staffHaveNoOrganisation() {
        assertThat(DECODER.decode(People.ANNA.token()).hasClaim("org")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bentTokens")
    void aBentTokenIsRefused(String how, TestToken token) {
        assertThatThrownBy(() -> DECODER.decode(token.sign())).isInstanceOf(JwtException.class);
    }

    static Stream<Arguments> bentTokens() {
        return Stream.of(
                Arguments.of("expired", People.MARIA.claims().expired()),
                Arguments.of("for another audience", People.MARIA.claims().forAnotherAudience()),
                Arguments.of("signed by a stranger", People.MARIA.claims().signedByStranger()),
                Arguments.of("from another issuer", People.MARIA.claims().fromAnotherIssuer()));
    }

    private static NimbusJwtDecoder decoder() {
        String issuer = TestIssuer.shared().uri();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), new JwtAudienceValidator("aftersales")));
        return decoder;
    }
}
