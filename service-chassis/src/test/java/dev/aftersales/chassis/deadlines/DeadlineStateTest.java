package dev.aftersales.chassis.deadlines;

import static dev.aftersales.chassis.deadlines.SampleCalendars.SHANGHAI;
import static dev.aftersales.chassis.deadlines.SampleCalendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Started at 10:00, target at 16:00, due at 22:00; where it is paused, from 15:00 to 17:00, two hours later. */
class DeadlineStateTest {

    private static final Promise PROMISE =
            Promise.within("C5.2", 12, Promise.Unit.ELAPSED_HOURS).from(6);

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "NOT_STARTED, 09:59:59",
        "RUNNING, 10:00:00",
        "RUNNING, 15:59:59",
        "WARNED, 16:00:00",
        "WARNED, 22:00:00",
        "WARNED, 22:00:00.999",
        "BREACHED, 22:00:01"
    })
    void isBrokenFromTheSecondAfterTheDue(DeadlineState state, String asOf) {
        assertThat(reckon().stateAt(at("2026-06-05T" + asOf), null)).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "as early as one likes, MET, 10:00:00",
        "in the last second, MET, 22:00:00.999",
        "too late, BREACHED, 22:00:01",
        "later than one looks, BREACHED, 23:30:00"
    })
    void isKeptByWhatIsDoneUpToTheDue(String rule, DeadlineState state, String stopped) {
        assertThat(reckon().stateAt(at("2026-06-05T23:00:00"), at("2026-06-05T" + stopped)))
                .isEqualTo(state);
    }

    @Test
    void isNotYetMetByWhatComesLater() {
        assertThat(reckon().stateAt(at("2026-06-05T12:00:00"), at("2026-06-05T13:00:00")))
                .isEqualTo(DeadlineState.RUNNING);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"RUNNING, 14:59:59", "PAUSED, 15:00:00", "PAUSED, 16:59:59", "RUNNING, 17:00:00", "WARNED, 18:00:00"})
    void isPausedInAPause(DeadlineState state, String asOf) {
        Reckoning reckoning = reckon(pause("2026-06-05T17:00:00"));

        assertThat(reckoning.stateAt(at("2026-06-05T" + asOf), null)).isEqualTo(state);
    }

    @Test
    void isPausedWhileAPauseLastsAndMetByWhatIsDoneThen() {
        Reckoning reckoning = reckon(pause(null));

        assertThat(reckoning.stateAt(at("2026-07-05T10:00"), null)).isEqualTo(DeadlineState.PAUSED);
        assertThat(reckoning.stateAt(at("2026-07-05T10:00"), at("2026-07-01T10:00")))
                .isEqualTo(DeadlineState.MET);
    }

    @Test
    void isNoneWhereNothingIsPromised() {
        Reckoning none = new Deadlines(SHANGHAI, null)
                .reckon(Promise.none("B2.1"), Start.at("CALL_RECEIVED", at("2026-06-05T10:00")), List.of());

        assertThat(none.stateAt(at("2030-01-01T00:00"), null)).isEqualTo(DeadlineState.NO_COMMITMENT);
        assertThat(none.dueAt()).isNull();
        assertThat(none.pausedSince()).isNull();
        assertThat(none.entries()).isEmpty();
    }

    private static Pause pause(@Nullable String to) {
        return new Pause("QUOTE", at("2026-06-05T15:00:00"), to == null ? null : at(to));
    }

    private static Reckoning reckon(Pause... pauses) {
        return new Deadlines(SHANGHAI, null)
                .reckon(PROMISE, Start.at("UNIT_RECEIVED", at("2026-06-05T10:00:00")), List.of(pauses));
    }
}
