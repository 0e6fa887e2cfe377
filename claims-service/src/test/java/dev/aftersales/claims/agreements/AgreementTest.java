package dev.aftersales.claims.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.claims.adjudication.AgreementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final AgreementEntry ENTRY = new AgreementEntry("viktor", Instant.parse("2026-01-02T03:04:05Z"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-12-31, false
            2026-01-01, true
            2026-12-31, true
            2027-01-01, false
            """)
    void holdsFromItsFirstThroughItsLastDay(LocalDate day, boolean holds) {
        assertThat(until(LocalDate.parse("2026-12-31")).holdsOn(day)).isEqualTo(holds);
    }

    @Test
    void holdsForeverWithoutALastDay() {
        assertThat(until(null).holdsOn(LocalDate.parse("2099-01-01"))).isTrue();
    }

    @Test
    void isAboutEveryUnitWhereItNamesNone() {
        assertThat(until(null).isAbout("S-1")).isTrue();
    }

    @Test
    void endsNoSoonerThanItBegins() {
        assertThatThrownBy(() -> until(LocalDate.parse("2025-12-31"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Agreement until(LocalDate until) {
        return new Agreement(
                "exporter",
                "SA-1",
                AgreementKind.SERVICE_AGREEMENT,
                "C-1",
                List.of(),
                LocalDate.parse("2026-01-01"),
                until,
                null,
                List.of(ENTRY));
    }
}
