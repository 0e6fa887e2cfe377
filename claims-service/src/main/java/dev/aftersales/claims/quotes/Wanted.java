package dev.aftersales.claims.quotes;

import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to stand on a quote.
 *
 * @param quantity pieces for each line; absent for one
 * @param hours for each line, where the tariff charges by the hour
 * @param lines of the claim that it is for
 * @param price for one unit; absent for the tariff's
 */
public record Wanted(
        FeeType type,
        @Nullable String part,
        @Nullable Integer quantity,
        @Nullable BigDecimal hours,
        List<Integer> lines,
        @Nullable Money price) {
    public Wanted {
        lines = List.copyOf(lines);
    }
}
