package dev.aftersales.claims.quotes;

import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.claims.tariffs.Unit;
import dev.aftersales.contracts.events.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a quote, the same for each of its lines.
 *
 * @param part its number; absent unless it is a part
 * @param units pieces, hours or one case, for each line
 * @param price for one unit; nothing where the vendor bears it
 * @param payer the vendor or the customer; what is agreed case by case is the customer's once it stands on a quote
 * @param clause by which the vendor bears it, or by which the customer pays; absent where the policy says nothing of it
 * @param reading under which it does
 * @param amount for all lines: price times units, rounded down to the minor unit, times lines
 */
public record QuoteItem(
        FeeType type,
        @Nullable String part,
        Unit unit,
        BigDecimal units,
        List<Integer> lines,
        Money price,
        Payer payer,
        @Nullable String clause,
        @Nullable String reading,
        Money amount) {
    public QuoteItem {
        lines = List.copyOf(lines);
    }
}
