package dev.aftersales.diagnosis.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/**
 * Money as the API writes it.
 *
 * @param amount decimal text, so that no reader makes a floating-point number of it
 * @param currency ISO 4217 code
 */
record MoneyBody(
        @NotNull @Pattern(regexp = "\\d{1,12}(\\.\\d{1,4})?")
        String amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

    static MoneyBody of(Money money) {
        return new MoneyBody(money.amount().toPlainString(), money.currency());
    }

    Money toMoney() {
        return new Money(new BigDecimal(amount), currency);
    }
}
