package dev.aftersales.claims.tariffs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor charges.
 *
 * @param code the vendor's own name of it; unique in the vendor
 * @param prices no two for the same thing, all in one currency
 * @param entries who entered it, first and last; an entry that changed nothing leaves no trace
 */
public record Tariff(String vendor, String code, List<Price> prices, List<Entry> entries) {

    /** The tariff that counts where none is named. */
    public static final String STANDARD = "standard";

    public Tariff {
        prices = List.copyOf(prices);
        entries = List.copyOf(entries);
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("a tariff has a price");
        }
    }

    /**
     * That somebody entered the prices as they stood from then on.
     *
     * @param by the person's id
     */
    public record Entry(String by, Instant at) {}

    /** The most that this costs there; empty where the tariff has no price for it. */
    public Optional<Price> price(Place place, FeeType type, @Nullable String part) {
        return prices.stream()
                .filter(price -> price.isFor(place, type, part))
                .max(Comparator.comparingInt(Price::precision));
    }

    /**
     * The price where not all is known of a place: there is one exactly where every place that it may be, and that has a
     * price for it, has the same.
     *
     * @param place as far as it is known
     * @param byRegion whether prices differ by region
     * @param byShopLevel whether prices differ by the level of the repair shop
     */
    public Optional<Price> certain(
            Place place, boolean byRegion, boolean byShopLevel, FeeType type, @Nullable String part) {
        List<Price> found = new ArrayList<>();
        for (@Nullable String region : may(byRegion, place.region(), Price::region)) {
            for (@Nullable String level : may(byShopLevel, place.shopLevel(), Price::shopLevel)) {
                price(new Place(region, level), type, part).ifPresent(found::add);
            }
        }
        return found.stream().findFirst().filter(first -> found.stream()
                .allMatch(
                        price -> price.unit() == first.unit() && price.amount().equals(first.amount())));
    }

    private Set<@Nullable String> may(boolean differs, @Nullable String known, Function<Price, @Nullable String> key) {
        Set<@Nullable String> may = new HashSet<>();
        if (differs && known == null) {
            prices.forEach(price -> may.add(key.apply(price)));
        } else {
            may.add(differs ? known : null);
        }
        return may;
    }

    /** Counts the entries that changed something, from 1. */
    public int revision() {
        return entries.size();
    }

    /** ISO 4217 code of every price. */
    public String currency() {
        return prices.getFirst().amount().currency();
    }

    Tariff as(List<Price> entered, Entry entry) {
        List<Entry> history = new ArrayList<>(entries);
        history.add(entry);
        return new Tariff(vendor, code, entered, history);
    }
}
