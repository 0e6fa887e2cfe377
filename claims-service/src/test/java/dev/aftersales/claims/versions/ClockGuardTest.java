package dev.aftersales.claims.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.ClaimEvents;
import dev.aftersales.claims.policies.ShippedPacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "D", "E"})
    void noShippedClockStopsWithWhatComesBeforeItsStart(String policy) {
        // Given
        PolicyRules rules = ShippedPacks.policy(policy).rules();

        // When / Then
        assertThat(ClockGuard.warnings(null, rules)).extracting(Warning::rule).doesNotContain("clock-order");
        assertThat(ClockGuard.warnings(rules, rules))
                .as("of what the version before had nobody is warned anew")
                .isEmpty();
        assertThat(rules.clocks())
                .filteredOn(clock -> clock.start() != null && clock.stop() != null)
                .as("the order of its events is known")
                .allMatch(ClockGuardTest::inOrder);
    }

    @Test
    void warnsOfClocksThatNothingSetsGoing() {
        assertThat(ClockGuard.warnings(
                        ShippedPacks.policy("A").rules(),
                        ShippedPacks.policy("C").rules()))
                .filteredOn(warning -> warning.rule().equals("clock-unheard"))
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning.detail()).contains("nobody says of a claim yet"));
    }

    @Test
    void warnsOfAStopThatComesBeforeTheStart() {
        List<String> reversed = List.of("DIAGNOSIS_CONCLUDED", "ACK_SENT");

        assertThat(ClaimEvents.comesAfter(reversed.getFirst(), reversed.getLast()))
                .isTrue();
        assertThat(ClaimEvents.comesAfter(reversed.getLast(), reversed.getFirst()))
                .isFalse();
    }

    private static boolean inOrder(PromisedTime clock) {
        return ClaimEvents.comesAfter(String.valueOf(clock.stop()), String.valueOf(clock.start()));
    }
}
