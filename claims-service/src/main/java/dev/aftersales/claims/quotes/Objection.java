package dev.aftersales.claims.quotes;

import org.jspecify.annotations.Nullable;

/**
 * Why something cannot stand on a quote.
 *
 * @param item its place among what was wanted, from 0
 * @param field of it that breaks the rule
 * @param rule a stable name
 * @param detail what it was, and what to do
 * @param clause of the policy that demands it; absent when the suite does
 */
public record Objection(
        int item,
        String field,
        Rule rule,
        String detail,
        @Nullable String clause) {

    /** The rules. */
    public enum Rule {
        LINE_TYPE,
        /** The policy does not say who pays for it. */
        NO_CLAUSE,
        ABOVE_TARIFF,
        NO_TARIFF_PRICE,
        REGION_NEEDED,
        REGION_IS_NOT_THE_SITE,
        SHOP_LEVEL_NEEDED,
        HOURS_NEEDED,
        NO_HOURS,
        PART_NEEDED,
        NO_PART,
        ONE_CURRENCY,
        /** The customer would pay for what the line's route does not perform. */
        NOT_ON_THE_ROUTE,
        /** A year would cost more than the policy allows (E6.1). */
        ABOVE_ANNUAL_CAP,
        /** Without the contract's price of the unit nobody knows what a year may cost (E6.1). */
        UNIT_PRICE_NEEDED,
        /** Only a person can say what service by this route costs. */
        ROUTE_NEEDS_PERSON
    }
}
