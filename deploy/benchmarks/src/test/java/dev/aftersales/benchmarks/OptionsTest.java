package dev.aftersales.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static Options parsed(String... arguments) {
        return Options.parse(List.of(arguments), Path.of("target"));
    }

    @Test
    void warmsUpForMinutesUnlessTold() {
        assertThat(parsed().warmUp()).isEqualTo(Duration.ofMinutes(3));
        assertThat(parsed().rate()).isEqualTo(5);
        assertThat(parsed("--warm-up", "90", "--rate", "2.5"))
                .extracting(Options::warmUp, Options::rate)
                .containsExactly(Duration.ofSeconds(90), 2.5);
    }

    @Test
    void whatStandsBehindShortWinsOverIt() {
        assertThat(parsed("--short", "--measure", "30"))
                .extracting(Options::warmUp, Options::measure)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parsed("--fast")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> parsed("--rate", "0")).hasMessageContaining("--rate");
        assertThatThrownBy(() -> parsed("--warm-up")).hasMessageContaining("--warm-up");
    }
}
