package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static final Path DEFAULT = Path.of("/data");

    @Test
    void keepsTheDataOfTheLastRunUnlessTold() {
        assertThat(Options.parse(List.of(), DEFAULT)).isEqualTo(new Options(DEFAULT, false, false, false, false, 0));
    }

    @Test
    void readsEveryOption() {
        Options options = Options.parse(
                List.of("--data", "/some where", "--fresh", "--detach", "--demo", "--port-offset", "7"), DEFAULT);

        assertThat(options).isEqualTo(new Options(Path.of("/some where"), true, true, true, true, 7));
    }

    @Test
    void timeCanBeMovedInADemoAndWhereItIsAskedFor() {
        assertThat(Options.parse(List.of("--demo"), DEFAULT).simulation()).isTrue();
        assertThat(Options.parse(List.of("--simulation"), DEFAULT))
                .isEqualTo(new Options(DEFAULT, false, false, false, true, 0));
    }

    @Test
    void backgroundGetsTheSameOptionsExceptDetaching() {
        Options options = new Options(Path.of("/some where"), true, true, true, true, 7);

        assertThat(Options.parse(options.inBackground(), DEFAULT))
                .isEqualTo(new Options(Path.of("/some where"), true, false, true, true, 7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense           | There is no option --nonsense",
                "--data               | Option --data needs a value",
                "--port-offset,many   | needs a whole number, not many",
            })
    void saysWhatIsWrongInOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(",")), DEFAULT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void namesTheDistancesThatArePossible() {
        assertThatThrownBy(() -> new Options(DEFAULT, false, false, false, false, 60_000).ports())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("from -3024 to 38518");
        assertThat(new Options(DEFAULT, false, false, false, false, 38_518)
                        .ports()
                        .store())
                .isEqualTo(65_535);
        assertThat(new Options(DEFAULT, false, false, false, false, -3_024)
                        .ports()
                        .smtp())
                .isEqualTo(1);
    }
}
