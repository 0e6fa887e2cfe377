package dev.aftersales.contracts.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount of money, exact to the minor unit of its currency and never negative. Reckoning is exact; where a result has
 * to be rounded, the caller says which way.
 *
 * @param amount decimal, with exactly the digits that the currency has (ISO 4217: JPY 0, EUR 2, KWD 3); {@code 12.5 EUR}
 *     is taken as {@code 12.50}, {@code 12.345 EUR} is refused
 * @param currency ISO 4217 code
 */
public record Money(String amount, String currency) implements Comparable<Money> {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");

    public Money {
        if (!DECIMAL.matcher(amount).matches()) {
            throw new IllegalArgumentException("an amount is a decimal of up to 15 digits, not negative");
        }
        BigDecimal value = new BigDecimal(amount).stripTrailingZeros();
        int digits = digits(currency);
        if (value.scale() > digits) {
            throw new IllegalArgumentException(currency + " has " + digits + " digits after the point");
        }
        amount = value.setScale(digits, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return new Money("0", currency);
    }

    /** The exact value rounded to the minor unit. */
    public static Money rounded(BigDecimal value, String currency, RoundingMode rounding) {
        return new Money(value.setScale(digits(currency), rounding).toPlainString(), currency);
    }

    /** The sum of all; nothing for none. */
    public static Money sum(Collection<Money> amounts, String currency) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    /** The amount as a number; its scale is that of the currency. */
    public BigDecimal value() {
        return new BigDecimal(amount);
    }

    /** @throws IllegalArgumentException for another currency */
    public Money plus(Money other) {
        return rounded(value().add(same(other)), currency, RoundingMode.UNNECESSARY);
    }

    /** So many times the amount; a fraction of the minor unit is rounded that way. */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return rounded(value().multiply(factor), currency, rounding);
    }

    /** Whether there is nothing to pay. */
    public boolean zero() {
        return value().signum() == 0;
    }

    /** @throws IllegalArgumentException for another currency */
    @Override
    public int compareTo(Money other) {
        return value().compareTo(same(other));
    }

    private BigDecimal same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " are not reckoned together");
        }
        return other.value();
    }

    private static int digits(String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException(currency + " is not money");
        }
        return digits;
    }
}
