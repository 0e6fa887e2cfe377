package dev.aftersales.claims.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteClockTest {

    private static final Duration TWO_DAYS = Duration.ofHours(48);

    private SuiteClock clock = SuiteClock.neverMoved();

    @Test
    void eachMoveStartsWhereTheLastOneEnded() {
        move(wanted(null, TWO_DAYS, null));
        Advance second = move(wanted(null, Duration.ofHours(1), null));

        assertThat(second.from()).isEqualTo(TWO_DAYS);
        assertThat(clock.offset()).isEqualTo(Duration.ofHours(49));
        assertThat(clock.advances()).extracting(Advance::person).containsOnly("olga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S", "PT0.5S"})
    void goesForwardByWholeSecondsOnly(Duration by) {
        assertThatIllegalArgumentException().isThrownBy(() -> wanted(null, by, null));
    }

    @Test
    void aRepeatUnderTheSameKeyMovesNothingEvenAfterOthersMoved() {
        move(wanted("k-1", TWO_DAYS, null));
        move(wanted("k-2", TWO_DAYS, null));

        assertThat(clock.advanced(wanted("k-1", TWO_DAYS, null)))
                .isInstanceOfSatisfying(
                        SuiteClock.Step.Repeated.class,
                        repeated -> assertThat(repeated.advance().to()).isEqualTo(TWO_DAYS));
    }

    @Test
    void aKeyStandsForOneRequest() {
        move(wanted("k-1", TWO_DAYS, null));

        assertThat(clock.advanced(wanted("k-1", Duration.ofHours(1), null)))
                .isInstanceOf(SuiteClock.Step.KeyReused.class);
        assertThat(clock.advanced(wanted("k-1", TWO_DAYS, TWO_DAYS))).isInstanceOf(SuiteClock.Step.KeyReused.class);
    }

    @Test
    void aRepeatThatExpectsTheSameOffsetMovesNothing() {
        move(wanted(null, TWO_DAYS, Duration.ZERO));

        assertThat(clock.advanced(wanted(null, TWO_DAYS, Duration.ZERO))).isInstanceOf(SuiteClock.Step.Repeated.class);
        move(wanted(null, TWO_DAYS, TWO_DAYS));
    }

    @Test
    void whoeverExpectsAnotherOffsetMovesNothing() {
        move(wanted(null, TWO_DAYS, null));

        assertThat(clock.advanced(wanted(null, Duration.ofHours(1), Duration.ZERO)))
                .isEqualTo(new SuiteClock.Step.ElsewhereThanExpected(TWO_DAYS));
    }

    @Test
    void itsOffsetIsTenYearsAtMost() {
        move(wanted(null, SuiteClock.FARTHEST.minusSeconds(1), null));

        assertThat(clock.advanced(wanted(null, Duration.ofSeconds(2), null)))
                .isEqualTo(new SuiteClock.Step.TooFar(Duration.ofSeconds(1)));
        assertThat(clock.advanced(wanted(null, Duration.ofSeconds(Long.MAX_VALUE / 2), null)))
                .isInstanceOf(SuiteClock.Step.TooFar.class);
        move(wanted(null, Duration.ofSeconds(1), null));
    }

    @Test
    void remembersTheLatestHundred() {
        for (int i = 0; i < 150; i++) {
            move(wanted("k-" + i, Duration.ofSeconds(1), null));
        }

        assertThat(clock.advances()).hasSize(SuiteClock.KEPT);
        assertThat(clock.advances().getFirst().key()).isEqualTo("k-50");
        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(150));
    }

    private Advance move(Advance wanted) {
        SuiteClock.Step step = clock.advanced(wanted);
        assertThat(step).isInstanceOf(SuiteClock.Step.Moved.class);
        SuiteClock.Step.Moved moved = (SuiteClock.Step.Moved) step;
        clock = moved.clock();
        return moved.advance();
    }

    private static Advance wanted(@Nullable String key, Duration by, @Nullable Duration expected) {
        return new Advance(key, by, expected, Duration.ZERO, "olga", Instant.EPOCH);
    }
}
