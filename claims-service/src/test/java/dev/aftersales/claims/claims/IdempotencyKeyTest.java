package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.chassis.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\tb", "\u00e9", "a\u0000"})
    void refusesWhatIsMissingOrNotVisible(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of(header)).isInstanceOf(ProblemException.class);
    }

    @Test
    void takesUpTo255Characters() {
        assertThat(IdempotencyKey.of("x".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> IdempotencyKey.of("x".repeat(256))).isInstanceOf(ProblemException.class);
    }

    @Test
    void makesAClaimIdOfPersonVendorAndKey() {
        // Given
        IdempotencyKey key = new IdempotencyKey("k");

        // When
        String id = ClaimId.of("exporter", "maria", key);

        // Then
        assertThat(id).isEqualTo(ClaimId.of("exporter", "maria", key)).matches("clm-[a-z2-7]{26}");
        assertThat(id)
                .isNotEqualTo(ClaimId.of("agency", "maria", key))
                .isNotEqualTo(ClaimId.of("exporter", "chen", key))
                .isNotEqualTo(ClaimId.of("exporter", "mariak", new IdempotencyKey("x")))
                .isNotEqualTo(ClaimId.of("exporterm", "aria", key));
    }
}
