package dev.aftersales.claims.adjudication.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How paid service is offered.
 *
 * @param lineTypes the kinds of lines that a quote may have; absent when the policy names none
 * @param tariff by what prices differ; absent when the policy names nothing
 * @param validFor how long a quote may be accepted; absent when it does not expire
 * @param payment when the customer pays; absent when the policy leaves it open
 * @param annualCap how much a year of paid maintenance may cost
 */
public record QuoteRules(
        String clause,
        @Nullable String reading,
        @Nullable LineTypes lineTypes,
        @Nullable Tariff tariff,
        @Nullable Settled<Period> validFor,
        @Nullable Payment payment,
        @Nullable AnnualCap annualCap) {

    /** The only kinds of lines. */
    public record LineTypes(String clause, @Nullable String reading, List<String> types) {
        public LineTypes {
            types = List.copyOf(types);
        }
    }

    /** Prices are the tariff's, by these keys; one price for all where there is none. */
    public record Tariff(String clause, @Nullable String reading, List<Key> by) {
        public Tariff {
            by = List.copyOf(by);
        }
    }

    /** What prices may differ by. */
    public enum Key {
        REGION,
        SHOP_LEVEL
    }

    /**
     * Payment in advance.
     *
     * @param before of what
     * @param window how long after the notice it may come; absent when there is no such limit
     * @param windowClause that sets the window
     * @param ofPartsReading by which sending parts is the return, so that nothing is begun before the payment for them;
     *     absent when the policy has none
     */
    public record Payment(
            String clause,
            @Nullable String reading,
            Settled<Before> before,
            @Nullable Settled<Period> window,
            @Nullable String windowClause,
            @Nullable String ofPartsReading) {}

    /** What waits for the payment. */
    public enum Before {
        REPAIR,
        RETURN
    }

    /**
     * The most that a year of maintenance may cost, in percent of the price of what is maintained.
     *
     * @param claims whose price bounds what claims charge by this clause within 12 months; absent where only paid years are
     *     bounded
     */
    public record AnnualCap(
            String clause,
            @Nullable String reading,
            Settled<BigDecimal> percent,
            RoundingMode rounding,
            @Nullable Settled<CapBase> claims) {}

    /** What bears a cap by itself. */
    public enum CapBase {
        UNIT,
        CONTRACT
    }
}
