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

    /** The cap for 12 months. */
    static Money ofYear(QuoteRules.AnnualCap rule, Money price) {
        BigDecimal fee = price.value()
                .multiply(rule.percent().value())
                .divide(HUNDRED, price.value().scale(), rule.rounding());
        return new Money(fee.toPlainString(), price.currency());
    }

    /**
     * The cap for that time: so many percent of the price for each 12 months, pro rata by days for a part of them (reading
     * E?7). Each year is rounded by itself, so that several quoted at once cost no more than one after the other.
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
        BigDecimal percents = price.value().multiply(rule.percent().value());
        int digits = price.value().scale();
        BigDecimal year = ofYear(rule, price).value();
        BigDecimal rest = percents.multiply(BigDecimal.valueOf(days))
                .divide(HUNDRED.multiply(BigDecimal.valueOf(daysOfYear)), digits, rule.rounding());
        return new Money(year.multiply(BigDecimal.valueOf(years)).add(rest).toPlainString(), price.currency());
    }
}
