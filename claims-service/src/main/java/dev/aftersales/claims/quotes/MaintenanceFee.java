package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The most that paid maintenance may cost (E6.1). */
final class MaintenanceFee {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MaintenanceFee() {}

    /**
     * The cap for that time: so many percent of the price for each 12 months, pro rata by days for a part of them (reading
     * E?7), rounded once, at the end.
     *
     * @param price of the equipment that is still in service
     * @param from first day
     * @param until the day after the last one
     */
    static Money cap(QuoteRules.AnnualCap rule, Money price, LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("maintenance lasts at least a day");
        }
        long years = ChronoUnit.YEARS.between(from, until);
        // Counted from the first day each time, so that a leap day does not move the anniversaries.
        LocalDate anniversary = from.plusYears(years);
        long days = ChronoUnit.DAYS.between(anniversary, until);
        long daysOfYear = ChronoUnit.DAYS.between(anniversary, from.plusYears(years + 1));
        BigDecimal dividend =
                price.value().multiply(rule.percent().value()).multiply(BigDecimal.valueOf(years * daysOfYear + days));
        BigDecimal divisor = HUNDRED.multiply(BigDecimal.valueOf(daysOfYear));
        int digits = price.value().scale();
        return new Money(dividend.divide(divisor, digits, rule.rounding()).toPlainString(), price.currency());
    }
}
