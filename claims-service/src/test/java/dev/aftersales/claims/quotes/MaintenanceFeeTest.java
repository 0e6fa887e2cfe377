package dev.aftersales.claims.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.contracts.events.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceFeeTest {

    @ParameterizedTest(name = "{0} {1} from {2} until {3}: {4}")
    @CsvSource({
        // Example 40: 5 % of 333.33 is 16.6665.
        "333.33,  EUR, 2026-01-01, 2027-01-01, 16.66",
        "333,     JPY, 2026-01-01, 2027-01-01, 16",
        "333.333, KWD, 2026-01-01, 2027-01-01, 16.666",
        "100.00,  EUR, 2026-01-01, 2027-01-01, 5.00",
        "0.19,    EUR, 2026-01-01, 2027-01-01, 0.00",
        "0.20,    EUR, 2026-01-01, 2027-01-01, 0.01",
        // Pro rata: 181 of 365 days; both days of a leap year's February.
        "365.00,  EUR, 2026-01-01, 2026-07-01, 9.05",
        "366.00,  EUR, 2024-02-01, 2024-03-01, 1.45",
        "365.00,  EUR, 2026-01-01, 2026-01-02, 0.05",
        // Two years cost no more at once than one after the other; the day after them is rounded by itself.
        "333.33,  EUR, 2026-01-01, 2028-01-01, 33.32",
        "333.33,  EUR, 2026-01-01, 2029-01-01, 49.98",
        "333.33,  EUR, 2026-01-01, 2027-07-01, 24.92",
        "365.00,  EUR, 2026-01-01, 2028-01-02, 36.54",
        "100.00,  EUR, 2024-02-29, 2025-02-28, 5.00"
    })
    @ClauseCases(decides = "E6.1")
    void e61ChargesAtMostFivePercentAYear(
            String price, String currency, LocalDate from, LocalDate until, String expected) {
        assertThat(MaintenanceFee.cap(GivenFees.PROJECT, new Money(price, currency), from, until))
                .isEqualTo(new Money(expected, currency));
    }

    @Test
    void lastsAtLeastADay() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaintenanceFee.cap(GivenFees.PROJECT, new Money("1", "EUR"), day, day));
    }
}
