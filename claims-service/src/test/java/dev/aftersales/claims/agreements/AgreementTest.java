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

    @Test
    void meetsAnotherWhereBothHoldAboutAUnitOnADay() {
        Agreement firstHalf = about("2026-01-01", "2026-06-30");

        assertThat(firstHalf.meets(about("2026-06-30", "2026-12-31"))).isTrue();
        assertThat(firstHalf.meets(about("2026-07-01", "2026-12-31"))).isFalse();
        assertThat(firstHalf.meets(about("2026-01-01", "2026-06-30", "S-1"))).isTrue();
        assertThat(about("2026-01-01", "2026-06-30", "S-1").meets(about("2026-01-01", "2026-06-30", "S-2")))
                .isFalse();
    }

    private static Agreement about(String from, String until, String... serials) {
        return new Agreement(
                "exporter",
                "SA-1",
                AgreementKind.PAID_YEAR,
                "C-1",
                List.of(serials),
                LocalDate.parse(from),
                LocalDate.parse(until),
                null,
                null,
                List.of(ENTRY));
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
                null,
                List.of(ENTRY));
    }
}
