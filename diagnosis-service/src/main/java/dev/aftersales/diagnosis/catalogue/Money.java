package dev.aftersales.diagnosis.catalogue;

import java.math.BigDecimal;

/**
 * An amount of money that is not negative.
 *
 * @param amount in units of the currency, exact
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a currency has three letters");
        }
    }

    /** Nothing of a currency. */
    static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    Money times(int count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    boolean exceeds(Money limit) {
        requireSameCurrency(limit);
        return amount.compareTo(limit.amount) > 0;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("no rate between " + currency + " and " + other.currency);
        }
    }
}
