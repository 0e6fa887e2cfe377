package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 4", "4, 8", "5, 10", "60, 10"})
    void pausesDoubleUpToTenSeconds(int startsSoFar, int seconds) {
        assertThat(Supervisor.Pace.USUAL.pauseBefore(startsSoFar)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
