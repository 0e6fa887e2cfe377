package dev.aftersales.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo.jpg",
        "/etc/passwd, passwd",
        "C:\\Users\\x\\photo.jpg, photo.jpg",
        "'a\u0000b\u202egpj.exe', abgpj.exe",
        "'x\r\nSet-Cookie: y', 'xSet-Cookie y'",
        "'<img src=x>', img src=x"
    })
    void keepsNothingThatIsMoreThanAName(String given, String cleaned) {
        assertThat(FileName.cleaned(given)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "..", "/", "a/"})
    void isAbsentWhenNothingIsLeft(String given) {
        assertThat(FileName.cleaned(given)).isNull();
    }

    @Test
    void hasAtMostAHundredCharacters() {
        assertThat(FileName.cleaned("x".repeat(300))).hasSize(100);
    }
}
