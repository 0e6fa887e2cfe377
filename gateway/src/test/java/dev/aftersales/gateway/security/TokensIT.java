package dev.aftersales.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokensIT extends RunningGateway {

    static Stream<Arguments> tokensNotToBelieve() {
        return Map.of(
                        "expired", People.ANNA.claims().expired().sign(),
                        "for another audience",
                                People.ANNA.claims().forAnotherAudience().sign(),
                        "signed by a stranger",
                                People.ANNA.claims().signedByStranger().sign(),
                        "from another issuer",
                                People.ANNA.claims().fromAnotherIssuer().sign(),
                        "naming nobody", People.ANNA.claims().with("sub", " ").sign(),
                        "unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0.",
                        "no token at all", "x")
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensNotToBelieve")
    void refusesTokensNotToBelieve(String kind, String token) {
        Answer answer = gateway().withToken(token).get("/api/v1/claims");

        assertTokenNeeded(answer);
    }

    @Test
    void refusesCallersWithoutAToken() {
        assertTokenNeeded(gateway().get("/api/v1/claims"));
    }

    @Test
    void refusesARoleOfAnotherFamily() {
        Answer answer = gateway().as(People.CARRIER_ONE).get("/api/v1/claims");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:wrong-role");
        assertThat(seen()).isEmpty();
    }

    @Test
    void keepsAPartnerOutOfTheApiWhateverElseItsTokenSays() {
        String token = People.CARRIER_ONE
                .claims()
                .roles("partner", "agent", "platform-ops")
                .sign();

        assertThat(gateway().withToken(token).get("/api/v1/claims").status()).isEqualTo(403);
        assertThat(gateway().withToken(token).get("/ops/v1/claims/dead-letters").status())
                .isEqualTo(403);
    }

    @Test
    void admitsNobodyWithoutARoleThatIsKnown() {
        String token = People.ANNA.claims().roles("emperor").sign();

        assertThat(gateway().withToken(token).get("/api/v1/claims").status()).isEqualTo(403);
    }

    private static void assertTokenNeeded(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:token-needed");
        assertThat(seen()).isEmpty();
    }
}
