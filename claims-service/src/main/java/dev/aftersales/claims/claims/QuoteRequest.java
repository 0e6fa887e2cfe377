package dev.aftersales.claims.claims;

import dev.aftersales.claims.quotes.Wanted;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.contracts.events.Money;
import dev.aftersales.contracts.events.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff would like to quote.
 *
 * @param tariff code; absent for the vendor's standard one
 * @param region where prices differ by it; absent for the claim's site; not another than that (B3.2)
 */
record QuoteRequest(
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Item> items,
        @Nullable @Size(min = 1, max = 32) String tariff,

        @Nullable @Pattern(regexp = "[A-Z]{2}(-[0-9A-Z]{1,12})?")
        String region,

        @Nullable @Size(min = 1, max = 32) String shopLevel,
        @Nullable Route route) {

    /** One thing; quantity or hours are for each line, the price for one piece, hour or case. */
    record Item(
            @NotNull FeeType type,
            @Nullable @Size(min = 1, max = 64) String part,
            @Nullable @Min(1) @Max(10_000) Integer quantity,

            @Nullable @DecimalMin("0.01") @Digits(integer = 4, fraction = 2)
            BigDecimal hours,

            @NotEmpty @Size(max = Claim.MAX_LINES) List<@NotNull Integer> lines,
            @Nullable Money price) {

        Wanted wanted() {
            return new Wanted(
                    type,
                    part,
                    quantity,
                    hours,
                    lines.stream().distinct().sorted().toList(),
                    price);
        }
    }

    QuoteClaim.Wish wish() {
        return new QuoteClaim.Wish(items.stream().map(Item::wanted).toList(), tariff, region, shopLevel, route);
    }
}
