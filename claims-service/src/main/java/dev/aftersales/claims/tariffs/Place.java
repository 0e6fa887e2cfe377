package dev.aftersales.claims.tariffs;

import dev.aftersales.claims.regions.Regions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is priced, as far as the policy lets prices differ (B3.2). A price that is keyed by a region or a level
 * is only for a place that has one, and a price that is not only for a place that has none.
 *
 * @param region administrative code, for example {@code CN-440307}; absent where prices do not differ by region
 * @param shopLevel of the repair shop; absent where prices do not differ by it
 */
public record Place(@Nullable String region, @Nullable String shopLevel) {

    /** Of a policy with one price for all. */
    public static final Place ANYWHERE = new Place(null, null);

    /**
     * The smaller of two regions of which one is a part of the other ({@code CN-440307} of {@code CN-4403} and
     * {@code CN-440307}), or the only one; empty when neither is a part of the other, or there is none.
     */
    public static Optional<String> smaller(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Optional.ofNullable(one == null ? other : one);
        }
        if (Regions.isWithin(one, other)) {
            return Optional.of(one);
        }
        return Regions.isWithin(other, one) ? Optional.of(other) : Optional.empty();
    }
}
