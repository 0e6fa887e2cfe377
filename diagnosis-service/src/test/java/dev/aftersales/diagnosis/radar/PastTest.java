package dev.aftersales.diagnosis.radar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastTest {

    private static final long NOW = 1_000_000;

    private final Past past = new Past();

    @Test
    void isOverWhereNothingOldIsRead() {
        past.read(NOW - 10_000, NOW);

        assertThat(past.isOver(NOW)).isTrue();
    }

    @Test
    void isOverTwoSecondsAfterTheLastOldRecordOfAnyStepOrPartition() {
        past.read(NOW - 10_001, NOW);
        past.read(NOW - 3_600_000, NOW - 500);

        assertThat(past.isOver(NOW + 1_999)).isFalse();
        assertThat(past.isOver(NOW + 2_000)).isTrue();
    }

    @Test
    void goesOnWhileWhatIsNewIsReadBesideIt() {
        past.read(NOW - 60_000, NOW);
        past.read(NOW + 1_000, NOW + 1_000);

        assertThat(past.isOver(NOW + 1_500)).isFalse();
    }
}
