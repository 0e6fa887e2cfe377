package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.34, EUR, 12.34",
        "12.5, EUR, 12.50",
        "12, EUR, 12.00",
        "12.3400, EUR, 12.34",
        "0, EUR, 0.00",
        "100, JPY, 100",
        "100.0, JPY, 100",
        "1.5, KWD, 1.500",
        "0.001, KWD, 0.001",
        "007.10, CNY, 7.10"
    })
    void hasTheDigitsOfItsCurrency(String amount, String currency, String written) {
        assertThat(new Money(amount, currency).amount()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "12.345, EUR",
        "0.5, JPY",
        "0.0001, KWD",
        "-1, EUR",
        "1e3, EUR",
        "'1,00', EUR",
        "'', EUR",
        "NaN, EUR",
        "1, XXX",
        "1, EURO",
        "1, eur",
        "1000000000000000, EUR"
    })
    void refusesWhatIsNoExactAmount(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "333.33, 0.05, EUR, DOWN, 16.66",
        "333.33, 0.05, EUR, UP, 16.67",
        "333, 0.05, JPY, DOWN, 16",
        "333.333, 0.05, KWD, DOWN, 16.666",
        "0.10, 3, EUR, UNNECESSARY, 0.30",
        "999999999999.99, 1000, EUR, UNNECESSARY, 999999999999990.00"
    })
    void roundsOnlyAsItIsTold(
            String amount, BigDecimal factor, String currency, RoundingMode rounding, String expected) {
        assertThat(new Money(amount, currency).times(factor, rounding)).isEqualTo(new Money(expected, currency));
    }

    @Test
    void addsExactly() {
        Money tenth = new Money("0.10", "EUR");

        assertThat(Money.sum(List.of(tenth, tenth, tenth), "EUR")).isEqualTo(new Money("0.30", "EUR"));
        assertThat(Money.sum(List.of(), "JPY")).isEqualTo(Money.zero("JPY"));
        assertThat(Money.zero("EUR").zero()).isTrue();
        assertThat(tenth.zero()).isFalse();
    }

    @Test
    void reckonsNoTwoCurrenciesTogether() {
        Money euro = new Money("1", "EUR");
        Money yuan = new Money("1", "CNY");

        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(yuan));
        assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(yuan));
    }

    @Test
    void travelsAsTextSoThatNobodyRoundsIt() {
        JsonMapper json = new JsonMapper();
        Money price = new Money("12.5", "EUR");

        String text = json.writeValueAsString(price);

        assertThat(text).isEqualTo("{\"amount\":\"12.50\",\"currency\":\"EUR\"}");
        assertThat(json.readValue(text, Money.class)).isEqualTo(price);
    }
}
