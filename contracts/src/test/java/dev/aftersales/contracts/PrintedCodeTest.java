package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"PX1-0001", "px1-0001", "Px1-0001", " px1-0001", "px1-0001\t", "\u00a0PX1-0001\u3000"})
    void isTheSameInWhateverCapitalsAndBlanksAroundIt(String written) {
        assertThat(PrintedCode.of(written)).isEqualTo("PX1-0001");
    }

    @Test
    void keepsBlanksWithin() {
        assertThat(PrintedCode.of("wp 4 ")).isEqualTo("WP 4");
    }

    @Test
    void isTheSameWhereverTheServiceRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PrintedCode.of("inv-1")).isEqualTo("INV-1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isNothingWhereNothingIsWritten() {
        assertThat(PrintedCode.of("  ")).isEmpty();
        assertThat(PrintedCode.orNone(null)).isNull();
        assertThat(PrintedCode.each(null)).isNull();
    }

    @Test
    void isWrittenAlikeInALine() {
        assertThat(PrintedCode.each(List.of("a-1", "A-2 "))).containsExactly("A-1", "A-2");
    }
}
