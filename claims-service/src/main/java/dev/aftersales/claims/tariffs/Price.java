package dev.aftersales.claims.tariffs;

import dev.aftersales.claims.regions.Regions;
import dev.aftersales.contracts.events.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One price of a tariff: the most that is charged.
 *
 * @param region code of which the place's own is a part ({@code CN-4403} covers {@code CN-440307}); absent where prices
 *     do not differ by region
 * @param shopLevel absent where prices do not differ by it
 * @param part number; absent for any part, or for what is no part
 * @param amount for one unit
 */
public record Price(
        @Nullable String region,
        @Nullable String shopLevel,
        FeeType type,
        @Nullable String part,
        Unit unit,
        Money amount) {

    boolean isFor(Place place, FeeType wanted, @Nullable String wantedPart) {
        return type == wanted
                && (part == null || part.equals(wantedPart))
                && Objects.equals(shopLevel, place.shopLevel())
                && covers(place.region());
    }

    /** Of two prices for the same thing the one for the part itself counts, then the one for the smaller region. */
    int precision() {
        return (part == null ? 0 : 1_000) + (region == null ? 0 : region.length());
    }

    private boolean covers(@Nullable String wanted) {
        return region == null ? wanted == null : wanted != null && Regions.isWithin(wanted, region);
    }
}
