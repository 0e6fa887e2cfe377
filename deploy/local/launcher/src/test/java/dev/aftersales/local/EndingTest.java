package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "137 | an old error | mail was killed from outside, or because the machine ran out of memory (exit code 137): ",
                "143 | an old error | mail was stopped from outside (exit code 143): ",
                "1   | Port taken.  | mail stopped with exit code 1: Port taken. When that is mended, ",
                "1   |              | mail stopped with exit code 1: it wrote no reason. When that is mended, ",
            })
    void tellsWhatHappenedAndWhyAndWhatToDo(int exitCode, String reason, String beginning) {
        Ending ending = new Ending("mail", exitCode, Optional.ofNullable(reason), Path.of("/data/logs/mail.log"));

        assertThat(ending.sentence())
                .isEqualTo(
                        beginning.strip() + " start again with deploy/up: the data is kept; log: /data/logs/mail.log");
    }
}
