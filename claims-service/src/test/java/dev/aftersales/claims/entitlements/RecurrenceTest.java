package dev.aftersales.claims.entitlements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    private static final Window OPEN = new Window(null, null);

    @ParameterizedTest(name = "{1} after {0}, seen from {2}: {3}")
    @CsvSource(textBlock = """
            2025-08-31, P6M,  2025-08-31, 2026-02-28
            2025-08-31, P6M,  2026-02-28, 2026-02-28
            2025-08-31, P6M,  2026-03-01, 2026-08-31
            2025-08-31, P6M,  2027-03-01, 2027-08-31
            2024-02-29, P12M, 2027-03-01, 2028-02-29
            2025-11-30, P3M,  2026-03-01, 2026-05-30
            2026-01-15, P3M,  2026-01-01, 2026-04-15
            """)
    void countsFromTheFirstDaySoThatShortMonthsMoveNothing(
            LocalDate anchor, Period every, LocalDate seenFrom, LocalDate due) {
        assertThat(new Recurrence(anchor, every, every).nextFrom(seenFrom, OPEN))
                .isEqualTo(due);
    }

    @Test
    void countsTheLaterOnesFromTheFirstDayWhereverTheFirstOneIs() {
        Recurrence soon = new Recurrence(LocalDate.parse("2026-01-31"), Period.ofMonths(1), Period.ofMonths(12));

        assertThat(soon.firstFrom(null)).isEqualTo("2026-02-28");
        assertThat(soon.nextFrom(LocalDate.parse("2026-03-01"), OPEN)).isEqualTo("2027-02-28");
        assertThat(soon.nextFrom(LocalDate.parse("2027-03-01"), OPEN)).isEqualTo("2028-02-29");
    }

    @Test
    void hasNoDateBeyondItsWindow() {
        Recurrence halfYearly = new Recurrence(LocalDate.parse("2026-01-31"), Period.ofMonths(6), Period.ofMonths(6));

        assertThat(halfYearly.nextFrom(LocalDate.parse("2026-08-01"), new Window(null, LocalDate.parse("2027-01-30"))))
                .isNull();
        assertThat(halfYearly.nextFrom(LocalDate.parse("2026-08-01"), new Window(null, LocalDate.parse("2027-01-31"))))
                .isEqualTo("2027-01-31");
    }
}
